import type { LocalDate } from '#shared/kernel/time.ts';
import { addDays, addMonths } from '#shared/kernel/zone-time-dates.ts';

export const spans = ['month', 'quarter', 'year', 'own'] as const;
export type Span = (typeof spans)[number];
/** First and last day, both in it. */
export type DayRange = { from: LocalDate; to: LocalDate };

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** The whole month, quarter or year that a day lies in; `steps` further on. */
export function rangeAround(span: Exclude<Span, 'own'>, day: LocalDate, steps = 0): DayRange {
  const length = monthsIn[span];
  const month = Number(day.slice(5, 7)) - 1;
  const first = addMonths(day.slice(0, 7), steps * length - (month % length));
  return { from: `${first}-01`, to: addDays(`${addMonths(first, length)}-01`, -1) };
}

/** What a range is: a whole month, quarter or year, else somebody's own. */
export function spanOf({ from, to }: DayRange): Span {
  const whole = (['month', 'quarter', 'year'] as const).find((span) => {
    const range = rangeAround(span, from);
    return range.from === from && range.to === to;
  });
  return whole ?? 'own';
}
