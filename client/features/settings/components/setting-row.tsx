import { limitLabels } from '#shared/calendar/calendar.i18n.ts';
import { type LimitUnit, limitUnits } from '#shared/calendar/calendar-schema.ts';
import { defineTexts, useLabel, useLocale } from '../../../platform/index.ts';
import { Checkbox, Field, Select, TextInput } from '../../../ui/index.ts';
import { isLimit, type SettingField, type SettingValue, sameValue, valueText } from '../setting-fields.ts';
import styles from './settings.module.css';

const texts = defineTexts({
  bounds: { zh: '{least}–{most} {unit}，默认 {value}', en: '{least}–{most} {unit}, default {value}' },
  default: { zh: '默认 {value}', en: 'default {value}' },
  own: { zh: '已改，默认 {value}', en: 'changed, default {value}' },
  unitOf: { zh: '{name}：怎么算', en: '{name}: counted in' },
});

type Props = {
  field: SettingField;
  value: SettingValue | undefined;
  fallback: SettingValue | undefined;
  error?: string | undefined;
  onChange: (value: SettingValue) => void;
};

/** What is typed as a whole number; empty while there is none. */
const wholeNumber = (text: string): number | '' => {
  const digits = text.replace(/\D/g, '').slice(0, 7);
  return digits === '' ? '' : Number(digits);
};

/** One figure: its name, its control with the unit, what it does, its bounds and its default. */
export function SettingRow({ field, value, fallback, error, onChange }: Props) {
  const say = useLabel();
  const { locale } = useLocale();
  const words = { say, locale };
  const byDefault = valueText(field, fallback, words);
  const about =
    field.kind === 'number'
      ? say(texts.bounds, { least: field.bounds[0], most: field.bounds[1], unit: say(field.unit), value: byDefault })
      : say(sameValue(value, fallback) ? texts.default : texts.own, { value: byDefault });
  const hint = (
    <>
      {say(field.effect)}
      <span className={styles.about}>{about}</span>
    </>
  );
  const common = { label: say(field.label), hint, ...(error ? { error } : {}) };
  if (field.kind === 'tick')
    return (
      <div className={styles.tick}>
        <Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {common.label}
        </Checkbox>
        <small>{hint}</small>
      </div>
    );
  if (field.kind === 'choice')
    return (
      <Field {...common}>
        {(control) => (
          <Select
            {...control}
            options={field.options.map((option) => ({ value: option.value, label: say(option.label) }))}
            value={typeof value === 'string' ? value : ''}
            onChange={onChange}
          />
        )}
      </Field>
    );
  if (field.kind === 'limit') {
    const now = isLimit(value) ? value : null;
    const units = limitUnits.map((unit) => ({ value: unit, label: say(limitLabels[unit], { n: '' }).trim() }));
    return (
      <Field {...common}>
        {(control) => (
          <span className={styles.limit}>
            <TextInput
              {...control}
              inputMode="numeric"
              value={now && now.amount > 0 ? now.amount : ''}
              onChange={(event) => now && onChange({ ...now, amount: wholeNumber(event.target.value) || 0 })}
            />
            <Select<LimitUnit>
              aria-label={say(texts.unitOf, { name: common.label })}
              options={units}
              value={now?.unit ?? ''}
              onChange={(unit) => onChange({ amount: now?.amount ?? 0, unit })}
            />
          </span>
        )}
      </Field>
    );
  }
  return (
    <Field {...common}>
      {(control) => (
        <span className={styles.number}>
          <TextInput
            {...control}
            inputMode="numeric"
            value={typeof value === 'number' ? value : ''}
            onChange={(event) => onChange(wholeNumber(event.target.value))}
          />
          <span>{say(field.unit)}</span>
        </span>
      )}
    </Field>
  );
}
