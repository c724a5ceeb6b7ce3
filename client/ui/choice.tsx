import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/icon-names.ts';

/** A filter that is on or off; with `onRemove` it stands for one chosen condition. */
export function Chip({
  on = false,
  count,
  icon,
  children,
  onPress,
  removeLabel,
}: {
  on?: boolean;
  count?: number | undefined;
  icon?: IconName;
  children: ReactNode;
  onPress: () => void;
  /** makes it a condition to take away; the words read to those who do not see the cross */
  removeLabel?: string;
}) {
  return (
    <button
      type="button"
      className={classNames(styles.chip, on && styles.on)}
      aria-pressed={removeLabel ? undefined : on}
      onClick={onPress}
    >
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
      {removeLabel && (
        <>
          <Icon name="close" size={16} />
          <span className="visually-hidden">{removeLabel}</span>
        </>
      )}
    </button>
  );
}

export type Segment<V extends string> = { value: V; label: string; icon?: IconName };

/** One of few, all visible. Arrow keys move as in any radio group. */
export function Segmented<V extends string>({
  label,
  segments,
  value,
  onChange,
  touch = false,
  wide = false,
}: {
  label: string;
  segments: readonly Segment<V>[];
  value: V;
  onChange: (value: V) => void;
  touch?: boolean;
  /** spans its column, every segment as wide as the others */
  wide?: boolean;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classNames(styles.segmented, touch && styles.touch, wide && styles.wide)}>
      {segments.map((segment) => (
        <label key={segment.value} className={classNames(segment.value === value && styles.on)}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} size={16} />}
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
