import { assertNever } from '../kernel/assert-never.ts';
import { DAY, HOUR, MINUTE } from '../kernel/durations.ts';
import type { Limit } from './calendar-schema.ts';

/** The shortest time a limit can take in any calendar, in milliseconds: tells that one is too long without walking the days. */
export function leastSpan({ amount, unit }: Limit): number {
  switch (unit) {
    case 'minutes':
      return amount * MINUTE;
    case 'hours':
    case 'workingHours':
      return amount * HOUR;
    case 'workingDays':
    case 'naturalDays':
      // the last day may close earlier in the day than the first began
      return Math.max(0, amount - 1) * DAY;
    default:
      return assertNever(unit);
  }
}
