import { limitLabels } from '#shared/calendar/calendar.i18n.ts';
import { type Limit, type LimitUnit, limitUnits } from '#shared/calendar/calendar-schema.ts';
import type { Urgency } from '#shared/cases/cases-schema.ts';
import { defaultLimits } from '#shared/cases/limits.ts';
import { defineTexts, useLabel, useLocale } from '../../../platform/index.ts';
import { NumberInput } from '../../../ui/desk-kit/index.ts';
import { Checkbox, Select } from '../../../ui/index.ts';
import { type LimitDraft, type LimitName, limitNames } from '../category-types.ts';
import { limitNameLabels, limitText } from '../category-words.ts';
import styles from './categories.module.css';

const texts = defineTexts({
  which: { zh: '哪一段', en: 'Which' },
  default: { zh: '默认', en: 'Default' },
  own: { zh: '自定', en: 'Own' },
  long: { zh: '多长', en: 'How long' },
  amountOf: { zh: '{name}：多长', en: '{name}: amount' },
  unitOf: { zh: '{name}：怎么算', en: '{name}: counted in' },
  ownOf: { zh: '{name}：自定', en: '{name}: own' },
});

/** Each limit: the default of the urgency, or the class's own. */
export function LimitRows({ limits, urgency, onChange }: { limits: LimitDraft; urgency: Urgency; onChange: (limits: LimitDraft) => void }) {
  const say = useLabel();
  const { locale } = useLocale();
  const units = limitUnits.map((value) => ({ value, label: say(limitLabels[value], { n: '' }).trim() }));
  const put = (name: LimitName, limit: Limit | null | undefined) => {
    const { [name]: _before, ...rest } = limits;
    onChange(limit === undefined ? rest : { ...rest, [name]: limit });
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[texts.which, texts.default, texts.own, texts.long].map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {limitNames.map((key) => {
          const name = say(limitNameLabels[key]);
          const fallback = defaultLimits[urgency][key];
          const own = limits[key];
          const start: Limit = fallback ?? { amount: 1, unit: 'workingDays' };
          return (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className={styles.default}>{limitText(fallback, { say, locale })}</td>
              <td>
                <Checkbox
                  aria-label={say(texts.ownOf, { name })}
                  checked={own !== undefined}
                  onChange={(event) => put(key, event.target.checked ? start : undefined)}
                />
              </td>
              <td>
                {own && (
                  <span className={styles.limit}>
                    <NumberInput
                      aria-label={say(texts.amountOf, { name })}
                      min={1}
                      max={100_000}
                      allowDecimal={false}
                      value={own.amount}
                      onChange={(amount) => typeof amount === 'number' && put(key, { ...own, amount })}
                    />
                    <Select<LimitUnit>
                      compact
                      aria-label={say(texts.unitOf, { name })}
                      options={units}
                      value={own.unit}
                      onChange={(unit) => put(key, { ...own, unit })}
                    />
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
