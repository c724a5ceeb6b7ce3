import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { yearOf } from '#shared/kernel/zone-time-dates.ts';

/** `expected`: the notice is not due yet; `late`: it should be there, due times that reach this year stay provisional until it is. */
export type MissingYear = { year: number; state: 'expected' | 'late' };

/** The State Council publishes a year in the last quarter of the one before; from December on its absence is worth a warning. */
const WARN_FROM = '12-01';

/** Which of this and the next year the calendar does not know. */
export function missingYears(calendar: WorkCalendar, now: Instant): MissingYear[] {
  const today = localDateAt(calendar.timeZone, now);
  const year = yearOf(today);
  const next: MissingYear = { year: year + 1, state: today.slice(5) >= WARN_FROM ? 'late' : 'expected' };
  return [{ year, state: 'late' } satisfies MissingYear, next].filter((missing) => !calendar.publishedYears.includes(missing.year));
}
