import type { Instant, LocalMonth } from '../kernel/time.ts';
import { monthAt } from '../kernel/zone-time.ts';
import { addMonths, monthsBetween } from '../kernel/zone-time-dates.ts';

/** The months to close now, the earliest first: all that are over since the newest closed one; of who has none yet last month. */
export function monthsToClose(newest: LocalMonth | undefined, { timeZone, now }: { timeZone: string; now: Instant }): LocalMonth[] {
  const last = addMonths(monthAt(timeZone, now), -1);
  return newest === undefined ? [last] : monthsBetween(addMonths(newest, 1), last);
}
