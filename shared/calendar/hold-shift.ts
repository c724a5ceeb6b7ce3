import { assertNever } from '../kernel/assert-never.ts';
import type { Instant } from '../kernel/time.ts';
import { localDateAt } from '../kernel/zone-time.ts';
import type { Due, Hold, LimitUnit, WorkCalendar } from './calendar-schema.ts';
import { extendDue } from './deadline.ts';
import { walkOfficeTime } from './due-walk.ts';
import { closesBetween, officeMsBetween } from './office-time.ts';
import { closeOfDay } from './working-day.ts';

/**
 * Moves the due time in force by a finished hold (rule (d) of lifecycles.md D1); `unit` is the unit of the base limit. Elapsed limits move
 * by the time held, office hours by the office time held, day limits by the days that ended while held,
 * the start day of the clock (`startedAt`: registration, rework or reopening) excepted, since it is not counted anyway.
 * A hold that began after the due time moves nothing: the case was late already.
 */
export function shiftByHold(input: { calendar: WorkCalendar; due: Due; hold: Hold; unit: LimitUnit; startedAt: Instant }): Due {
  const { calendar, due, hold, unit, startedAt } = input;
  if (hold.from >= due.at || hold.to <= hold.from) return due;
  switch (unit) {
    case 'minutes':
    case 'hours':
      return { ...due, at: due.at + hold.to - hold.from };
    case 'workingHours': {
      const ms = officeMsBetween(calendar, hold);
      const startDate = localDateAt(calendar.timeZone, due.at);
      const landing = walkOfficeTime({ calendar, from: due.at, startDate, holds: [], steps: null }, ms);
      return { at: landing.at, provisional: due.provisional || landing.provisional, calendarVersion: calendar.version };
    }
    case 'workingDays':
    case 'naturalDays': {
      const startClose = closeOfDay(calendar, localDateAt(calendar.timeZone, startedAt));
      const from = Math.max(hold.from, startClose);
      const amount = closesBetween(calendar, { from, to: hold.to, working: unit === 'workingDays' });
      return amount === 0 ? due : extendDue({ calendar, due, limit: { amount, unit } });
    }
    default:
      return assertNever(unit);
  }
}
