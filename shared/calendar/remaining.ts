import * as z from 'zod/mini';
import type { Instant } from '../kernel/time.ts';
import { MINUTE } from '../kernel/time.ts';
import { localDateAt } from '../kernel/zone-time.ts';
import type { Due, Hold, LimitUnit, WorkCalendar } from './calendar-schema.ts';
import type { DueInput } from './deadline.ts';
import { dueAt } from './deadline.ts';
import { walkElapsed, walkOfficeTime } from './due-walk.ts';
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

type Used = { calendar: WorkCalendar; unit: LimitUnit; from: Instant; due: Instant; holds?: readonly Hold[]; percent: number };

/**
 * The instant at which `percent` of the way from `from` to a due time is used up, counted in the time the limit counts: elapsed time
 * for minutes and hours, office time otherwise; holds are left out. 100 % is the due time itself.
 */
export function usedUpAt({ calendar, unit, from, due, holds = [], percent }: Used): Instant {
  if (percent >= 100 || due <= from) return due;
  const held = joinHolds(holds);
  const running = runningParts({ from, to: due }, held);
  const elapsed = unit === 'minutes' || unit === 'hours';
  const lengthOf = (part: Hold) => (elapsed ? part.to - part.from : officeMsBetween(calendar, part));
  const used = Math.floor((running.reduce((sum, part) => sum + lengthOf(part), 0) * percent) / 100);
  const walk = { calendar, from, startDate: localDateAt(calendar.timeZone, from), holds: held, steps: null };
  return Math.min((elapsed ? walkElapsed(walk, used) : walkOfficeTime(walk, used)).at, due);
}

/** The instant of a reminder at `percent` of a limit (D1). */
export function reminderAt({ percent, ...input }: DueInput & { percent: number }): Instant {
  const { calendar, limit, from, holds = [] } = input;
  return usedUpAt({ calendar, unit: limit.unit, from, due: dueAt(input).at, holds, percent });
}
