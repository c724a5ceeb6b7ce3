import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import * as z from 'zod/mini';
import type { CalendarDay } from '#shared/calendar/calendar-schema.ts';
import { localDate } from '#shared/kernel/time.ts';
import { yearOf } from '#shared/kernel/zone-time-dates.ts';

/** Before 2011 the notices are not cross-checked against a second source. */
const FIRST_YEAR = 2011;

const daysOff = z.record(localDate, z.string());
const notices = z.object({ holidays: daysOff, workdays: daysOff });

/** The package writes `New Year's Day,元旦,1`; we keep the Chinese name. */
function chineseName(text: string): string {
  return text.split(',')[1] ?? text;
}

/**
 * The State Council's days off and made-up working days (调休) as data, with the years they cover. A year is published only when
 * the package holds days of it, so a year it does not know yet stays provisional instead of being taken for a year without holidays.
 */
export function stateCouncilDays(): { days: CalendarDay[]; publishedYears: number[] } {
  const { holidays, workdays } = notices.parse(data);
  const read = (from: Record<string, string>, off: boolean): CalendarDay[] =>
    Object.entries(from).map(([date, text]) => ({ date, off, name: chineseName(text) }));
  const days = [...read(holidays, true), ...read(workdays, false)]
    .filter((day) => yearOf(day.date) >= FIRST_YEAR)
    .sort((a, b) => a.date.localeCompare(b.date));
  const years = new Set(days.filter((day) => day.off).map((day) => yearOf(day.date)));
  // a New Year's Day alone may come with the notice of the year before; a published year has several holidays
  const publishedYears = [...years].filter((year) => new Set(days.filter((d) => yearOf(d.date) === year).map((d) => d.name)).size >= 5);
  return { days, publishedYears };
}
