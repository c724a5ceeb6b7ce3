import { classNames } from '../class-names.ts';
import styles from './icon.module.css';
import { type IconName, iconPaths } from './icon-paths.ts';

export type IconSize = 16 | 20 | 24 | 28 | 32 | 40;

/** Decorative: the words beside it speak. Size in px; without one it follows the text. */
export function Icon({ name, size, className }: { name: IconName; size?: IconSize; className?: string | undefined }) {
  return (
    <svg className={classNames(styles.icon, className)} viewBox="0 0 24 24" width={size} height={size} data-size={size} aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
