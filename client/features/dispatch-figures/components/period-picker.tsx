import { defineTexts, useLabel } from '../../../platform/index.ts';
import { IconButton, Segmented, TextInput } from '../../../ui/index.ts';
import { type DayRange, rangeAround, type Span, spans } from '../hooks/figure-period.ts';
import { rangeGood } from '../hooks/figure-search.ts';
import styles from './figures.module.css';

const texts = defineTexts({
  label: { zh: '看哪段时间', en: 'Which period' },
  month: { zh: '月', en: 'Month' },
  quarter: { zh: '季', en: 'Quarter' },
  year: { zh: '年', en: 'Year' },
  own: { zh: '自选', en: 'Own' },
  before: { zh: '前一段', en: 'The one before' },
  after: { zh: '后一段', en: 'The one after' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  monthName: { zh: '{year} 年 {n} 月', en: '{year}-{n}' },
  quarterName: { zh: '{year} 年第 {n} 季度', en: '{year}, quarter {n}' },
  yearName: { zh: '{year} 年', en: '{year}' },
  ownName: { zh: '{from} 至 {to}', en: '{from} to {to}' },
});

/** A period in words. */
export function usePeriodName({ from, to, span }: DayRange & { span: Span }): string {
  const say = useLabel();
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (span === 'month') return say(texts.monthName, { year, n: month });
  if (span === 'quarter') return say(texts.quarterName, { year, n: (month + 2) / 3 });
  return span === 'year' ? say(texts.yearName, { year }) : say(texts.ownName, { from, to });
}

type Props = DayRange & { span: Span; onChange: (period: DayRange & { span: Span }) => void };

/** Month, quarter, year, or two days of one's own; arrows go to the one before and after. */
export function PeriodPicker({ from, to, span, onChange }: Props) {
  const say = useLabel();
  const choose = (next: Span) => onChange({ span: next, ...(next === 'own' ? { from, to } : rangeAround(next, to)) });
  const put = (range: DayRange) => rangeGood(range) && onChange({ span: 'own', ...range });
  return (
    <div className={styles.period}>
      <Segmented
        label={say(texts.label)}
        value={span}
        segments={spans.map((value) => ({ value, label: say(texts[value]) }))}
        onChange={choose}
      />
      {span === 'own' ? (
        <span className={styles.days}>
          <TextInput
            key={`from ${from}`}
            compact
            type="date"
            aria-label={say(texts.from)}
            defaultValue={from}
            max={to}
            onChange={(event) => put({ from: event.target.value, to })}
          />
          <TextInput
            key={`to ${to}`}
            compact
            type="date"
            aria-label={say(texts.to)}
            defaultValue={to}
            min={from}
            onChange={(event) => put({ from, to: event.target.value })}
          />
        </span>
      ) : (
        <span className={styles.arrows}>
          <IconButton
            icon="chevronLeft"
            size="small"
            label={say(texts.before)}
            onClick={() => onChange({ span, ...rangeAround(span, from, -1) })}
          />
          <IconButton
            icon="chevronRight"
            size="small"
            label={say(texts.after)}
            onClick={() => onChange({ span, ...rangeAround(span, from, 1) })}
          />
        </span>
      )}
    </div>
  );
}
