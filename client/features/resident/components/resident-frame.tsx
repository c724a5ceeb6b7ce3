import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { defineTexts, useDisplay, useLabel, useSession } from '../../../platform/index.ts';
import { Button, IconButton, TopBar } from '../../../ui/index.ts';
import styles from '../resident.module.css';

const texts = defineTexts({
  back: { zh: '返回', en: 'Back' },
  elder: { zh: '长辈版', en: 'Large print' },
  normal: { zh: '普通版', en: 'Standard' },
});

/** Large print on or off, visible on the first screen and remembered on this device. */
export function ElderSwitch() {
  const say = useLabel();
  const { theme, setTheme } = useDisplay();
  const elder = theme === 'elder';
  return <Button onClick={() => setTheme(elder ? 'base' : 'elder')}>{say(elder ? texts.normal : texts.elder)}</Button>;
}

// the first screen stands without it
const NoticeBell = lazy(async () => ({ default: (await import('../../notices-parts/notice-bell.tsx')).NoticeBell }));

/** What stands at the end of a main page's top: the way to one's notices, for whoever is signed in, and the switch to large print. */
export function MainEnd() {
  const { me } = useSession();
  return (
    <span className={styles.mainEnd}>
      {me && (
        <Suspense>
          <NoticeBell href="/r/notices" />
        </Suspense>
      )}
      <ElderSwitch />
    </span>
  );
}

/** A page of the resident: the way back on top, one column, the act within reach of the thumb. */
export function ResidentFrame({
  title,
  heading = false,
  mark,
  backTo,
  end,
  acts,
  foot,
  children,
}: {
  title: ReactNode;
  /** the title is the page's first heading */
  heading?: boolean;
  mark?: ReactNode;
  /** where 返回 leads when there is no page before this one */
  backTo?: string;
  end?: ReactNode;
  acts?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const say = useLabel();
  const [, navigate] = useLocation();
  const goBack = () => {
    if (history.length > 1) history.back();
    else navigate(backTo ?? '/');
  };
  return (
    <div className={styles.page}>
      <TopBar
        title={title}
        heading={heading}
        mark={mark}
        {...(backTo === undefined ? {} : { back: <IconButton icon="chevronLeft" label={say(texts.back)} onClick={goBack} /> })}
        end={end}
      />
      <main className={styles.main}>{children}</main>
      {foot && <footer className={styles.foot}>{foot}</footer>}
      {acts && <div className={styles.acts}>{acts}</div>}
    </div>
  );
}
