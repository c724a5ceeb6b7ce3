import { UnitChip } from '../../dispatch-parts/index.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './lists.module.css';

/** Every summoned unit with how far it is, the lead first. */
export function UnitChips({ units }: { units: WhistleLine['units'] }) {
  const ordered = units.toSorted((a, b) => Number(b.side === 'lead') - Number(a.side === 'lead'));
  return (
    <span className={styles.units}>
      {ordered.map((unit) => (
        <UnitChip key={unit.departmentId} unit={unit} />
      ))}
    </span>
  );
}
