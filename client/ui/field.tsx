import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icons/icon.tsx';

/** What a control needs so that its label, hint and error are read with it. */
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; required?: boolean };

/** Label above, one note below: the error when there is one, else the hint. The control is drawn by the child. */
export function Field({
  label,
  hint,
  error,
  required = false,
  optionalWord,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** the word behind the label of a field that may stay empty, as 可不填 */
  optionalWord?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optionalWord && <span className={styles.optional}>{optionalWord}</span>}
      </label>
      {children({
        id,
        ...(note ? { 'aria-describedby': noteId } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
        ...(required ? { required } : {}),
      })}
      {note && (
        <small id={noteId} className={classNames(styles.note, Boolean(error) && styles.error)} role={error ? 'alert' : undefined}>
          {error && <Icon name="warning" size={16} />}
          <span>{note}</span>
        </small>
      )}
    </div>
  );
}
