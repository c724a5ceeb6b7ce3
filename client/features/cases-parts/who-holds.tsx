import type { ReactNode } from 'react';
import { ButtonLink, classNames } from '../../ui/index.ts';
import styles from './who-holds.module.css';

/** The first character of a name in a circle. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={classNames(styles.avatar, small && styles.small)} aria-hidden="true">
      {[...name][0] ?? ''}
    </span>
  );
}

/** Who has it now, in what capacity, and one tap to the telephone. */
export function WhoHolds({
  name,
  post,
  phone,
  callLabel,
  action,
}: {
  name: string;
  post: ReactNode;
  phone?: string | null;
  callLabel?: string;
  action?: ReactNode;
}) {
  return (
    <div className={styles.card}>
      <Avatar name={name} />
      <div className={styles.words}>
        <b>{name}</b>
        <span>{post}</span>
        {phone && <span>{phone}</span>}
      </div>
      {phone && callLabel && (
        <ButtonLink href={`tel:${phone.replace(/[^\d+]/g, '')}`} icon="phone">
          {callLabel}
        </ButtonLink>
      )}
      {action}
    </div>
  );
}
