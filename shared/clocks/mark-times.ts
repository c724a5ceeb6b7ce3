import type { Limit, WorkCalendar } from '../calendar/calendar-schema.ts';
import { dueAt } from '../calendar/deadline.ts';
import type { Instant } from '../kernel/time.ts';
import type { LimitMark, RunningLimit } from './clocks-schema.ts';
import { limitMarks } from './clocks-schema.ts';
import { halfAtOf, soonAtOf } from './light.ts';

/** How long after the due time a limit that is still open goes up the chain. */
export const escalationAfter = {
  ordinary: { escalateStreet: { amount: 4, unit: 'workingHours' }, escalateDistrict: { amount: 1, unit: 'workingDays' } },
  emergency: { escalateStreet: { amount: 10, unit: 'minutes' }, escalateDistrict: { amount: 30, unit: 'minutes' } },
} as const satisfies Record<'ordinary' | 'emergency', Record<'escalateStreet' | 'escalateDistrict', Limit>>;

/** The legal instant of every mark of a limit; never falling in the order of `limitMarks`. */
export function markTimes(calendar: WorkCalendar, limit: Pick<RunningLimit, 'from' | 'due' | 'emergency'>): Record<LimitMark, Instant> {
  const { due, emergency } = limit;
  const { escalateStreet, escalateDistrict } = escalationAfter[emergency ? 'emergency' : 'ordinary'];
  const street = dueAt({ calendar, limit: escalateStreet, from: due.at }).at;
  return {
    remind50: halfAtOf(limit),
    remind80: soonAtOf(limit),
    due100: due.at,
    escalateStreet: street,
    escalateDistrict: Math.max(street, dueAt({ calendar, limit: escalateDistrict, from: due.at }).at),
  };
}

/**
 * The same instants in order, as they are stored. A district that has no calendar yet has no working time to count: nothing climbs there
 * until it has one.
 */
export function markPlan(calendar: WorkCalendar | null, limit: Pick<RunningLimit, 'from' | 'due' | 'emergency'>): Instant[] {
  if (calendar === null) return [halfAtOf(limit), soonAtOf(limit), limit.due.at];
  const times = markTimes(calendar, limit);
  return limitMarks.map((mark) => times[mark]);
}
