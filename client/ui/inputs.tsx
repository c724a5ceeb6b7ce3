import { type ComponentProps, type ReactNode, type Ref, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icons/icon.tsx';
import { Kbd } from './kbd.tsx';

export function TextInput({ className, compact = false, type = 'text', ...rest }: ComponentProps<'input'> & { compact?: boolean }) {
  return <input {...rest} type={type} className={classNames(styles.control, compact && styles.compact, className)} />;
}

export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={classNames(styles.control, className)} />;
}

export type Option<V extends string = string> = { value: V; label: string; disabled?: boolean };

/** The system's own select: it is the best picker on every phone and tablet. */
export function Select<V extends string>({
  options,
  value,
  onChange,
  placeholder,
  compact = false,
  className,
  ...rest
}: { options: readonly Option<V>[]; value: V | ''; onChange: (value: V) => void; placeholder?: string; compact?: boolean } & Omit<
  ComponentProps<'select'>,
  'value' | 'onChange' | 'children'
>) {
  return (
    <span className={styles.selectWrap}>
      <select
        {...rest}
        className={classNames(styles.control, compact && styles.compact, className)}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" size={16} />
    </span>
  );
}

export function SearchInput({
  label,
  keyHint,
  ref,
  ...rest
}: { label: string; keyHint?: string; ref?: Ref<HTMLInputElement> } & Omit<ComponentProps<'input'>, 'type' | 'ref'>) {
  return (
    <span className={styles.searchWrap}>
      <Icon name="search" size={16} />
      <input
        {...rest}
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        className={classNames(styles.control, styles.compact)}
      />
      {keyHint && <Kbd>{keyHint}</Kbd>}
    </span>
  );
}

type TickProps = Omit<ComponentProps<'input'>, 'type' | 'children'>;

/** With `children` as its words; without, give an `aria-label`. `mixed` shows the middle state of "some of them". */
export function Checkbox({ children, mixed = false, className, ...rest }: TickProps & { children?: ReactNode; mixed?: boolean }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  if (!children) return <input {...rest} ref={box} type="checkbox" className={styles.box} />;
  return (
    <label className={classNames(styles.checkbox, className)}>
      <input {...rest} ref={box} type="checkbox" className={styles.box} />
      <span>{children}</span>
    </label>
  );
}

export function Radio({ children, className, ...rest }: TickProps & { children: ReactNode }) {
  return (
    <label className={classNames(styles.checkbox, className)}>
      <input {...rest} type="radio" className={classNames(styles.box, styles.radio)} />
      <span>{children}</span>
    </label>
  );
}
