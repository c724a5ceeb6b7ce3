import { Icon, isIconName } from '../../ui/index.ts';
import styles from './category-tile.module.css';

/** One kind of matter: choosing it is going on. `icon` comes with the category; an unknown one shows the general mark. */
export function CategoryTile({
  icon,
  name,
  examples,
  chosen = false,
  onChoose,
}: {
  icon: string;
  name: string;
  examples?: string;
  chosen?: boolean;
  onChoose: () => void;
}) {
  return (
    <button type="button" className={styles.tile} aria-pressed={chosen} onClick={onChoose}>
      <Icon name={isIconName(icon) ? icon : 'other'} size={32} />
      <span>
        <span className={styles.name}>{name}</span>
        {examples && <span className={styles.examples}>{examples}</span>}
      </span>
    </button>
  );
}
