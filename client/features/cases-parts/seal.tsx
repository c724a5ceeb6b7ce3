import { classNames } from '../../ui/index.ts';
import styles from './seal.module.css';
import { sealCells } from './seal-cells.ts';

/** The grid's seal: four cells of community name and grid number. It says where, and is never a button. */
export function Seal({
  community,
  grid,
  size = 'normal',
}: {
  community: string;
  grid?: number | null;
  size?: 'small' | 'normal' | 'large';
}) {
  const cells = sealCells(community, grid ?? null);
  return (
    <span className={classNames(styles.seal, size !== 'normal' && styles[size])} aria-hidden="true">
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        <span key={index}>{cell}</span>
      ))}
    </span>
  );
}

/** The same inside a row: grid number and community. */
export function GridBadge({ number, community }: { number: string; community?: string | undefined }) {
  return (
    <span className={styles.badge}>
      <span className={styles.number}>{number}</span>
      {community && <span>{community}</span>}
    </span>
  );
}
