import { DAY, type Instant, type LocalDate } from '../kernel/time.ts';
import { addDays } from '../kernel/zone-time-dates.ts';

/** A plan and a 督办 reach at most so far ahead, in years. */
export const HORIZON_YEARS = 3;
const YEAR = 366;

/** The last day a task may end on. */
export function lastPlanDay(today: LocalDate): LocalDate {
  return addDays(today, HORIZON_YEARS * YEAR);
}

/** The first day a task may begin on: work may have begun before the plan was written, not years before. */
export function firstPlanDay(today: LocalDate): LocalDate {
  return addDays(today, -YEAR);
}

/** Whether a moment lies further ahead than so many years. */
export function isBeyond(at: Instant, now: Instant, years: number): boolean {
  return at > now + years * YEAR * DAY;
}
