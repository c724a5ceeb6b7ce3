import { dayKindLabels, weekdayLabels } from '#shared/calendar/calendar.i18n.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { classNames } from '../../../ui/index.ts';
import type { YearDay } from './calendar-words.ts';
import styles from './year-grid.module.css';

const texts = defineTexts({
  month: { zh: '{n} 月', en: 'Month {n}' },
  worked: { zh: '{n} 个工作日', en: '{n} working days' },
  off: { zh: '休', en: 'off' },
  madeUp: { zh: '班', en: 'on' },
  legend: { zh: '图例', en: 'Legend' },
  today: { zh: '今天', en: 'today' },
});

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Twelve months; a day's kind is told by its mark (休, 班) as well as its ground. */
export function YearGrid({ year, days }: { year: number; days: readonly YearDay[] }) {
  const say = useLabel();
  return (
    <>
      <ul className={styles.legend} aria-label={say(texts.legend)}>
        <li>
          <span className={classNames(styles.sample, styles.holiday)}>{say(texts.off)}</span>
          {say(dayKindLabels.holiday)}
        </li>
        <li>
          <span className={classNames(styles.sample, styles.madeUpWorkday)}>{say(texts.madeUp)}</span>
          {say(dayKindLabels.madeUpWorkday)}
        </li>
        <li>
          <span className={classNames(styles.sample, styles.weekend)}>6</span>
          {say(dayKindLabels.weekend)}
        </li>
        <li>
          <span className={styles.sample}>5</span>
          {say(dayKindLabels.workday)}
        </li>
      </ul>
      <div className={styles.year}>
        {Array.from({ length: 12 }, (_, index) => {
          const prefix = `${year}-${String(index + 1).padStart(2, '0')}`;
          return <Month key={prefix} number={index + 1} days={days.filter(({ date }) => date.startsWith(prefix))} />;
        })}
      </div>
    </>
  );
}

function Month({ number, days }: { number: number; days: readonly YearDay[] }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const today = localDateAt(writing.timeZone, writing.now);
  const weeks = weeksOf(days);
  return (
    <table className={styles.month}>
      <caption>
        <b>{say(texts.month, { n: number })}</b>
        <small>{say(texts.worked, { n: days.filter(({ working }) => working).length })}</small>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={say(weekdayLabels[weekday])}>
              {say(weekdayLabels[weekday]).replace('周', '').slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its weekday
              day === null ? <td key={index} /> : <Day key={day.date} day={day} today={day.date === today} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, today }: { day: YearDay; today: boolean }) {
  const say = useLabel();
  const kind = say(dayKindLabels[day.kind]);
  const words = [day.date, day.name ? `${day.name} ${kind}` : kind, today ? say(texts.today) : ''].filter(Boolean).join(' ');
  const mark = day.kind === 'holiday' ? say(texts.off) : day.kind === 'madeUpWorkday' ? say(texts.madeUp) : null;
  return (
    <td className={classNames(styles[day.kind], today && styles.today)} title={words}>
      <span aria-hidden="true">{Number(day.date.slice(8))}</span>
      {mark && <i aria-hidden="true">{mark}</i>}
      <span className="visually-hidden">{words}</span>
    </td>
  );
}

/** Weeks from Monday on; places outside the month are null. */
function weeksOf(days: readonly YearDay[]): (YearDay | null)[][] {
  const blanks = Array.from({ length: (days[0]?.weekday ?? 1) - 1 }, () => null);
  const cells: (YearDay | null)[] = [...blanks, ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
