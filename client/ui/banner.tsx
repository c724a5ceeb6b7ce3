import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './feedback.module.css';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/icon-names.ts';

export type BannerTone = 'care' | 'info' | 'good' | 'calm';
const toneIcons = { care: 'warning', info: 'info', good: 'check', calm: 'info' } as const satisfies Record<BannerTone, IconName>;

/** A standing word about the whole page: what holds, what is safe, one act. */
export function Banner({
  tone,
  icon,
  title,
  children,
  action,
  live = false,
}: {
  tone: BannerTone;
  icon?: IconName;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  return (
    <div className={classNames(styles.banner, styles[tone])} role={live ? 'status' : undefined}>
      <Icon name={icon ?? toneIcons[tone]} size={20} />
      <div className={styles.bannerText}>
        {title && <b>{title}</b>}
        {children}
      </div>
      {action}
    </div>
  );
}
