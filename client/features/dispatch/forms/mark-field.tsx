import { ratingLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Segmented } from '../../../ui/index.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({ none: { zh: '还没选', en: 'not chosen yet' } });
const steps = [1, 2, 3, 4, 5] as const;

/** Five steps, as the law asks both sides to mark. */
export function MarkField({
  label,
  error,
  value,
  onChange,
}: {
  label: string;
  error: string | undefined;
  value: unknown;
  onChange: (mark: number) => void;
}) {
  const say = useLabel();
  const chosen = steps.find((step) => step === value);
  return (
    <div className={styles.mark}>
      <b aria-hidden="true">{label}</b>
      <Segmented
        touch
        label={label}
        segments={steps.map((step) => ({ value: String(step), label: String(step) }))}
        value={String(value ?? '')}
        onChange={(step) => onChange(Number(step))}
      />
      <span className={styles.quiet}>{say(chosen ? ratingLabels[chosen] : texts.none)}</span>
      {error && (
        <small className={styles.error} role="alert">
          {error}
        </small>
      )}
    </div>
  );
}
