import * as z from 'zod/mini';
import type { Instant } from '../kernel/time.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import { localDateAt } from '../kernel/zone-time.ts';
import type { Due, Limit, WorkCalendar } from './calendar-schema.ts';
import type { DueInput } from './deadline.ts';
import { dueAt } from './deadline.ts';
import { walkOfficeTime } from './due-walk.ts';
import { joinHolds, runningParts } from './holds.ts';
import { officeMsBetween } from './office-time.ts';
import { officeMinutes } from './working-day.ts';

const split = z.object({ days: z.int(), hours: z.int(), minutes: z.int() });

/**
 * Time left, or time late, ready for words. `working`: office time, a day being one working day of office hours; `elapsed`: on
 * the wall clock, a day being 24 hours. Left is rounded down, late is rounded up to the minute, so nobody is promised too much.
 * `stopped`: the case is on hold, the figures are those of the moment the clock stopped.
 */
export const remainingTime = z.object({
  late: z.boolean(),
  stopped: z.boolean(),
  provisional: z.boolean(),
  dueToday: z.boolean(),
  working: split,
  elapsed: split,
});
export type RemainingTime = z.infer<typeof remainingTime>;

function splitMinutes(minutes: number, dayMinutes: number): z.infer<typeof split> {
  const days = Math.floor(minutes / dayMinutes);
  const rest = minutes - days * dayMinutes;
  return { days, hours: Math.floor(rest / 60), minutes: rest % 60 };
}

/** Time left until a due time or late after it, in working and in elapsed units; late means now > due.at. */
export function remaining(input: { calendar: WorkCalendar; due: Due; now: Instant; heldSince?: Instant | null }): RemainingTime {
  const { calendar, due, now, heldSince = null } = input;
  const at = heldSince === null ? now : Math.min(now, heldSince);
  const late = at > due.at;
  const span = { from: Math.min(at, due.at), to: Math.max(at, due.at) };
  const whole = late ? Math.ceil : Math.floor;
  return {
    late,
    stopped: heldSince !== null,
    provisional: due.provisional,
    dueToday: localDateAt(calendar.timeZone, at) === localDateAt(calendar.timeZone, due.at),
    working: splitMinutes(whole(officeMsBetween(calendar, span) / MINUTE), officeMinutes(calendar)),
    elapsed: splitMinutes(whole((span.to - span.from) / MINUTE), 24 * 60),
  };
}

/**
 * The instant at which `percent` of a limit is used up, for reminders at 50 %, 80 % and 100 % (D1). Counted in the time the limit
 * counts: elapsed time for minutes and hours, office time otherwise; 100 % is the due time itself.
 */
export function reminderAt(input: DueInput & { percent: number }): Instant {
  const { calendar, limit, from, percent } = input;
  const due = dueAt(input);
  if (percent >= 100) return due.at;
  const holds = joinHolds(input.holds ?? []);
  const elapsed = limit.unit === 'minutes' || limit.unit === 'hours';
  if (elapsed) return dueAt({ ...input, limit: { amount: Math.floor((elapsedMinutes(limit) * percent) / 100), unit: 'minutes' } }).at;
  const running = runningParts({ from, to: due.at }, holds);
  const total = running.reduce((sum, part) => sum + officeMsBetween(calendar, part), 0);
  const startDate = localDateAt(calendar.timeZone, from);
  const landing = walkOfficeTime({ calendar, from, startDate, holds, steps: null }, Math.floor((total * percent) / 100));
  return Math.min(landing.at, due.at);
}

function elapsedMinutes(limit: Limit): number {
  return limit.unit === 'hours' ? (limit.amount * HOUR) / MINUTE : limit.amount;
}
