import type { ReactNode } from 'react';
import type { LocalDate } from '#shared/kernel/time.ts';
import { defineTexts, useLabel } from '../../platform/i18n.tsx';
import { classNames } from '../../ui/index.ts';
import styles from './due-explain.module.css';
import { weekdayWords } from './weekday-words.ts';

export type DueDayKind = 'start' | 'counted' | 'rest' | 'madeUp' | 'held' | 'due';
/** One day of the way to the due time; `n` is the day's number in the count, `name` the holiday's name. */
export type DueDay = { date: LocalDate; kind: DueDayKind; n?: number; name?: string };

const texts = defineTexts({
  strip: { zh: '从收到到到期的每一天', en: 'Each day from receipt to the due time' },
  start: { zh: '不算', en: 'not counted' },
  rest: { zh: '休', en: 'rest' },
  madeUp: { zh: '调休上班', en: 'worked' },
  held: { zh: '停表', en: 'held' },
  due: { zh: '到期', en: 'due' },
});

/** 为什么是这个时间: the rule in words, the days one by one, the calendar they come from. */
export function DueExplain({
  rule,
  days,
  source,
  clock,
}: {
  rule: ReactNode;
  days: readonly DueDay[];
  source?: ReactNode;
  clock?: ReactNode;
}) {
  const say = useLabel();
  const foot = (day: DueDay): string => {
    if (day.kind === 'start') return say(texts.start);
    if (day.kind === 'rest') return day.name ?? say(texts.rest);
    if (day.kind === 'held') return say(texts.held);
    if (day.kind === 'madeUp') return `${day.n ?? ''} ${say(texts.madeUp)}`.trim();
    return day.n === undefined ? say(texts.due) : String(day.n);
  };
  return (
    <div className={styles.explain}>
      {clock}
      <p>{rule}</p>
      <ol className={styles.strip} aria-label={say(texts.strip)}>
        {days.map((day) => (
          <li key={day.date} className={classNames(styles[day.kind])} title={day.name}>
            <span className={styles.weekday}>{say(weekdayWords(day.date))}</span>
            <b>{dayOfMonth(day.date)}</b>
            <span>{foot(day)}</span>
          </li>
        ))}
      </ol>
      {source && <p className={styles.source}>{source}</p>}
    </div>
  );
}

function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8, 10));
}
