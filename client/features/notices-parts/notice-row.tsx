import type { Notice } from '#shared/notifications/notices-dto.ts';
import { noticeKindLabels } from '#shared/notifications/notifications.i18n.ts';
import { defineTexts, useLabel, useTimeWords } from '../../platform/index.ts';
import { classNames, NavLink } from '../../ui/index.ts';
import styles from './notices.module.css';

const texts = defineTexts({
  unread: { zh: '未读', en: 'Unread' },
  settled: { zh: '已办', en: 'Done' },
  urgent: { zh: '急', en: 'Urgent' },
});

/** One notice: what happened, of which record, when; the whole row is the link. */
export function NoticeRow({ notice, href, onOpen }: { notice: Notice; href: string; onOpen: () => Promise<unknown> }) {
  const say = useLabel();
  const { clock } = useTimeWords();
  const loud = notice.loud === 'urgent' || notice.loud === 'emergency';
  return (
    <NavLink
      href={href}
      className={classNames(styles.row, !notice.read && styles.unread, notice.settled && styles.settled)}
      onClick={(event) => {
        const opened = onOpen();
        if (isInside(href) || event.metaKey || event.ctrlKey || event.shiftKey) return;
        // another part of the product is loaded anew: not before the notice is marked as read
        event.preventDefault();
        void opened.finally(() => window.location.assign(href));
      }}
    >
      <span className={styles.dot}>{!notice.read && <span className="visually-hidden">{say(texts.unread)}</span>}</span>
      <span className={styles.words}>
        <span className={styles.text}>
          {loud && !notice.settled && <b className={styles.urgent}>{say(texts.urgent)}</b>}
          {say(notice.text)}
        </span>
        {notice.title && <span className={styles.title}>{notice.title}</span>}
      </span>
      <span className={styles.kind}>{notice.settled ? say(texts.settled) : say(noticeKindLabels[notice.kind])}</span>
      <time className={styles.time} dateTime={new Date(notice.at).toISOString()}>
        {clock(notice.at)}
      </time>
    </NavLink>
  );
}

/** Desk and secretary are one page load; every other part is one of its own. */
function isInside(href: string): boolean {
  const part = (path: string) => (path.startsWith('/s') ? '/d' : path.slice(0, 2));
  return part(href) === part(window.location.pathname);
}
