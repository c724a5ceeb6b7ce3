import { caseWhere } from '#server/modules/cases/index.ts';
import { whistleWhere } from '#server/modules/dispatch/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import { whistleScope } from '#shared/dispatch/whistle-policy.ts';
import type { Page } from '#shared/kernel/page.ts';
import { type NoticeParams, type NoticeTopic, noticeText } from '#shared/notifications/notices.i18n.ts';
import type { Notice } from '#shared/notifications/notices-dto.ts';
import type { ListNoticesInput, Loudness, NoticeKind, SubjectType } from '#shared/notifications/notifications-schema.ts';
import { inboxWhere } from '../inbox-where.ts';

type Row = Prisma.NotificationGetPayload<object>;

/** The inbox of the person, newest first. The record's title is told only where the person may see the record now. */
export async function listNotices(ctx: Ctx, { limit, cursor, unread, kind }: ListNoticesInput): Promise<Page<Notice>> {
  const rows = await ctx.db.notification.findMany({
    where: { AND: [inboxWhere(ctx.actor, { unread, kind }), cursor ? { id: { lt: cursor } } : {}] },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const titles = await titlesOf(ctx, page);
  return {
    rows: page.map((row) => toNotice(row, titles.get(row.subjectId) ?? null)),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

async function titlesOf(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, string>> {
  const of = (type: SubjectType) => ({ id: { in: rows.filter((row) => row.subjectType === type).map(({ subjectId }) => subjectId) } });
  const select = { id: true, title: true } as const;
  const [cases, whistles] = await Promise.all([
    ctx.db.case.findMany({ where: { AND: [of('case'), caseWhere(caseScope(ctx.actor))] }, select }),
    ctx.db.whistle.findMany({ where: { AND: [of('whistle'), whistleWhere(whistleScope(ctx.actor))] }, select }),
  ]);
  return new Map([...cases, ...whistles].map(({ id, title }) => [id, title]));
}

function toNotice(row: Row, title: string | null): Notice {
  return {
    id: row.id,
    at: row.at.getTime(),
    kind: row.kind as NoticeKind,
    loud: row.loud as Loudness,
    text: noticeText(row.topic as NoticeTopic, row.params as NoticeParams),
    subject: { type: row.subjectType as SubjectType, id: row.subjectId },
    title,
    does: row.does as Notice['does'],
    read: row.readAt !== null,
    settled: row.settledAt !== null,
  };
}
