import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { defineTexts, useLabel, useOnline } from '../../../platform/index.ts';
import { BottomNav, Icon, IconButton, TopBar } from '../../../ui/index.ts';
import { useUnread } from '../../notices-parts/unread.ts';
import styles from '../field.module.css';
import { usePending } from '../hooks/use-pending.tsx';

const texts = defineTexts({
  today: { zh: '今日', en: 'Today' },
  map: { zh: '地图', en: 'Map' },
  me: { zh: '我的', en: 'Me' },
  places: { zh: '主要页面', en: 'Main pages' },
  back: { zh: '返回', en: 'Back' },
  waiting: { zh: '{n} 件没发出', en: '{n} not sent' },
  unread: { zh: '{n} 条未读通知', en: '{n} unread notices' },
  offline: { zh: '未联网', en: 'Offline' },
});

type Shell = { title: ReactNode; heading?: boolean; subtitle?: ReactNode; mark?: ReactNode; end?: ReactNode; children: ReactNode };

/** The main places of the tablet with the way between them. */
export function FieldShell({ at, dock, children, ...bar }: Shell & { at: 'today' | 'map' | 'me'; dock?: ReactNode }) {
  const say = useLabel();
  const { items } = usePending();
  const unread = useUnread();
  return (
    <div className={styles.page}>
      <TopBar heading {...bar} end={bar.end ?? <OnlineMark />} />
      <div className={styles.scroll}>
        <main className={styles.main}>{children}</main>
      </div>
      {dock && <div className={styles.dock}>{dock}</div>}
      <BottomNav
        label={say(texts.places)}
        items={[
          {
            href: '/f',
            label: say(texts.today),
            icon: 'home',
            current: at === 'today',
            badge: { count: items.length, label: say(texts.waiting, { n: items.length }) },
          },
          { href: '/f/map', label: say(texts.map), icon: 'map', current: at === 'map' },
          {
            href: '/f/me',
            label: say(texts.me),
            icon: 'user',
            current: at === 'me',
            badge: { count: unread, label: say(texts.unread, { n: unread }) },
          },
        ]}
      />
    </div>
  );
}

/** A step on the way: back on top, the act at the bottom. */
export function FieldStep({ backTo, acts, children, ...bar }: Shell & { backTo: string; acts?: ReactNode }) {
  const say = useLabel();
  const [, navigate] = useLocation();
  return (
    <div className={styles.page}>
      <TopBar
        {...bar}
        back={<IconButton icon="chevronLeft" label={say(texts.back)} onClick={() => navigate(backTo)} />}
        end={bar.end ?? <OnlineMark />}
      />
      <div className={styles.scroll}>
        <main className={styles.main}>{children}</main>
      </div>
      {acts && <div className={styles.acts}>{acts}</div>}
    </div>
  );
}

/** Says only that there is no line; a line is nothing to speak of. */
export function OnlineMark() {
  const say = useLabel();
  const online = useOnline();
  if (online) return null;
  return (
    <span className={styles.online} role="status">
      <Icon name="offline" size={24} />
      {say(texts.offline)}
    </span>
  );
}
