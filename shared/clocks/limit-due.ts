import type { Due, Hold, Limit, WorkCalendar } from '../calendar/calendar-schema.ts';
import { dueAt, extendDue } from '../calendar/deadline.ts';
import { usedUpAt } from '../calendar/remaining.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * When `limit` counted from `from` ends, the stretches in `holds` left out of it and of a granted `extension`, which counts from the base
 * due time; and when 50 % and 80 % of the whole are used up. Pure function of the working calendar (`dueBy` binds one).
 */
export type DueOf = (limit: Limit, from: Instant, moved?: { holds?: readonly Hold[]; extension?: Limit | null }) => Due;

/** The due function of a calendar: every running limit of the house is computed by it. */
export function dueBy(calendar: WorkCalendar): DueOf {
  return (limit, from, { holds = [], extension = null } = {}) => {
    const base = dueAt({ calendar, limit, from, holds });
    const due = extension === null ? base : extendDue({ calendar, due: base, limit: extension, holds });
    const used = { calendar, unit: limit.unit, from, due: due.at, holds };
    return { ...due, halfAt: usedUpAt({ ...used, percent: 50 }), soonAt: usedUpAt({ ...used, percent: 80 }) };
  };
}
