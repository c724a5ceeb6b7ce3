import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './feedback.module.css';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/icon-names.ts';

type StateProps = {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  icon?: IconName;
  /** stands for a whole page: its title is the page's first heading */
  page?: boolean;
};

function StatePanel({ icon, title, children, action, role, page = false }: StateProps & { icon: IconName; role?: 'alert' | 'status' }) {
  const Heading = page ? 'h1' : 'h3';
  return (
    <div className={styles.state} role={role}>
      <Icon name={icon} size={40} />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Nothing here, and why that is fine. */
export function EmptyState({ icon = 'check', ...rest }: StateProps) {
  return <StatePanel {...rest} icon={icon} />;
}

/** It did not come: what is shown instead, what is safe, try again. */
export function ErrorState({ icon = 'warning', ...rest }: StateProps) {
  return <StatePanel {...rest} icon={icon} role="alert" />;
}

export function OfflineState({ icon = 'offline', ...rest }: StateProps) {
  return <StatePanel {...rest} icon={icon} role="status" />;
}

/** Not theirs to see: whose it is and how to reach them. */
export function NoPermission({ icon = 'lock', ...rest }: StateProps) {
  return <StatePanel {...rest} icon={icon} />;
}

/** Bones of the same height as what will come, so that nothing jumps. */
export function Skeleton({ lines = 5, rows = false, label }: { lines?: number; rows?: boolean; label: string }) {
  return (
    <div className={classNames(styles.skeleton, rows && styles.boneRows)} role="status" aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
        <div key={index} className={styles.bone} aria-hidden="true" />
      ))}
      <span className="visually-hidden">{label}</span>
    </div>
  );
}

/** Done of all, in words above the bar. */
export function ProgressBar({ label, done, of, note }: { label: string; done: number; of: number; note?: ReactNode }) {
  const share = of > 0 ? Math.min(100, Math.max(0, (done / of) * 100)) : 0;
  return (
    <div className={styles.progress}>
      <div className={styles.progressTop}>
        <span>{label}</span>
        <span>{note ?? `${done} / ${of}`}</span>
      </div>
      <div className={styles.progressTrack} role="progressbar" aria-label={label} aria-valuenow={done} aria-valuemin={0} aria-valuemax={of}>
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
