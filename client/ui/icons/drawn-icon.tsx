import { classNames } from '../class-names.ts';
import styles from './icon.module.css';

export type IconSize = 16 | 20 | 24 | 28 | 32 | 40;
type DrawnIconProps = { path: string; size?: IconSize | undefined; className?: string | undefined };

export function DrawnIcon({ path, size, className }: DrawnIconProps) {
  return (
    <svg className={classNames(styles.icon, className)} viewBox="0 0 24 24" width={size} height={size} data-size={size} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
