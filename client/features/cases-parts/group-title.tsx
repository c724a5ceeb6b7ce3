import { useLabel } from '../../platform/i18n.tsx';
import { classNames, ShapeMark } from '../../ui/index.ts';
import { type DueGroup, dueGroupWords } from './due-groups.ts';
import styles from './group-title.module.css';

/** The line above the rows of one group: how many are loaded of it. */
export function DueGroupTitle({ group, count }: { group: DueGroup; count: number }) {
  const say = useLabel();
  return (
    <span className={classNames(styles.title, group === 'late' && styles.late)}>
      {group === 'late' && <ShapeMark shape="notchedAlert" size={16} />}
      {say(dueGroupWords[group])} <small>{count}</small>
    </span>
  );
}
