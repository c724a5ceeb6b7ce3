import { fill } from '#shared/kernel/label.ts';
import { homeOfNotice, noticePath } from '#shared/notifications/notice-path.ts';
import { type NoticeParams, type NoticeTopic, noticeText } from '#shared/notifications/notices.i18n.ts';
import type { Notice } from '#shared/notifications/notices-dto.ts';
import { messageLabels } from '#shared/notifications/notifications.i18n.ts';
import type { SubjectType } from '#shared/notifications/notifications-schema.ts';

type Words = { subject: string; text: string; link: string | null };
type Row = { topic: string; params: unknown; via: string | null; subjectType: string; subjectId: string; does: string | null };
type Reader = { locale: 'zh' | 'en'; resident: boolean; publicUrl: string };

/** The message of one notice: the sentence of the inbox and the link that opens its act. */
export function messageOfNotice(row: Row, { locale, resident, publicUrl }: Reader): Words {
  const sentence = noticeText(row.topic as NoticeTopic, row.params as NoticeParams)[locale];
  return {
    subject: fill(messageLabels.subject[locale], { sentence }),
    text: fill(messageLabels.text[locale], { sentence }),
    link: linkOf(row, { resident, publicUrl }),
  };
}

function linkOf(row: Row, { resident, publicUrl }: Omit<Reader, 'locale'>): string {
  const notice = { subject: { type: row.subjectType as SubjectType, id: row.subjectId }, does: row.does as Notice['does'] };
  return `${publicUrl}${noticePath(homeOfNotice(row.via, resident), notice)}`;
}

/** The one e-mail of the day: what is unread and may wait; null when there is nothing. */
export function messageOfDigest(rows: readonly Row[], reader: Reader): Words | null {
  const [first] = rows;
  if (!first) return null;
  const { locale, resident, publicUrl } = reader;
  const lines = rows.map(
    (row) => `· ${noticeText(row.topic as NoticeTopic, row.params as NoticeParams)[locale]}\n  ${linkOf(row, reader)}`,
  );
  const head = fill(messageLabels.digest[locale], { n: rows.length });
  return { subject: head, text: `${head}\n\n${lines.join('\n')}`, link: `${publicUrl}${homeOfNotice(first.via, resident)}/notices` };
}
