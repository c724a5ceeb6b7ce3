import type { Instant, LocalDate } from '../kernel/time.ts';
import { localDateAt } from '../kernel/zone-time.ts';
import type { CalendarDay, WorkCalendar } from './calendar-schema.ts';
import { isWorkingDay } from './working-day.ts';

/** One date whose entry differs; `turns` says whether its being worked changes, which is what moves due times. */
export type CalendarDayChange = {
  date: LocalDate;
  before: CalendarDay | null;
  after: CalendarDay | null;
  turns: 'worked' | 'rest' | null;
};
/** What a new version of a calendar changes; lists are in order of date. */
export type CalendarDiff = {
  addedYears: readonly number[];
  removedYears: readonly number[];
  days: readonly CalendarDayChange[];
  /** zone, office hours or close of business differ: every open due time may move */
  rulesChanged: boolean;
};

function turns(before: boolean, after: boolean): CalendarDayChange['turns'] {
  if (before === after) return null;
  return after ? 'worked' : 'rest';
}

/** Compares two versions of a calendar; a calendar compared with itself gives an empty diff. */
export function diffCalendars(before: WorkCalendar, after: WorkCalendar): CalendarDiff {
  const dates = [...new Set([...Object.keys(before.days), ...Object.keys(after.days)])].toSorted();
  const days = dates.flatMap((date): CalendarDayChange[] => {
    const old = before.days[date] ?? null;
    const next = after.days[date] ?? null;
    if (old && next && old.off === next.off && old.name === next.name) return [];
    return [{ date, before: old, after: next, turns: turns(isWorkingDay(before, date), isWorkingDay(after, date)) }];
  });
  const rules = ({ timeZone, officeHours, closeOfBusiness }: WorkCalendar) =>
    [timeZone, closeOfBusiness, ...officeHours.map(({ from, to }) => `${from}-${to}`)].join();
  return {
    addedYears: after.publishedYears.filter((y) => !before.publishedYears.includes(y)),
    removedYears: before.publishedYears.filter((y) => !after.publishedYears.includes(y)),
    days,
    rulesChanged: rules(before) !== rules(after),
  };
}

/**
 * Whether a due time that ran from `from` to `to` may move with a new calendar: it passes a day that turns, a year that becomes
 * (or stops being) published, or the office rules changed. Used to choose what is computed again after an import.
 */
export function diffTouches(diff: CalendarDiff, input: { timeZone: string; from: Instant; to: Instant }): boolean {
  if (diff.rulesChanged) return true;
  const first = localDateAt(input.timeZone, input.from);
  const last = localDateAt(input.timeZone, input.to);
  const years = [...diff.addedYears, ...diff.removedYears].map(String);
  if (years.some((y) => y >= first.slice(0, 4) && y <= last.slice(0, 4))) return true;
  return diff.days.some((day) => day.turns !== null && day.date >= first && day.date <= last);
}
