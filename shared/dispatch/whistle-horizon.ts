import { HORIZON_YEARS, YEAR_DAYS } from '../kernel/horizon.ts';
import type { LocalDate } from '../kernel/time.ts';
import { addDays } from '../kernel/zone-time-dates.ts';

/** The last day a task may end on. */
export function lastPlanDay(today: LocalDate): LocalDate {
  return addDays(today, HORIZON_YEARS * YEAR_DAYS);
}

/** The first day a task may begin on: work may have begun before the plan was written, not years before. */
export function firstPlanDay(today: LocalDate): LocalDate {
  return addDays(today, -YEAR_DAYS);
}
