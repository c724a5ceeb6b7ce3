import { defineTexts, useLabel } from '../../platform/index.ts';
import { Icon, NavLink } from '../../ui/index.ts';
import styles from './notices.module.css';
import { useUnread } from './unread.ts';

const texts = defineTexts({
  notices: { zh: '通知', en: 'Notices' },
  unread: { zh: '通知，{n} 条未读', en: 'Notices, {n} unread' },
});

const MOST = 99;

/** The way to the inbox, with how many unread notices it opens. */
export function NoticeBell({ href }: { href: string }) {
  const say = useLabel();
  const unread = useUnread();
  const label = unread > 0 ? say(texts.unread, { n: unread }) : say(texts.notices);
  return (
    <NavLink href={href} className={styles.bell} aria-label={label} title={label}>
      <Icon name="bell" size={20} />
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </NavLink>
  );
}
