import type { Due } from '../calendar/calendar-schema.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { CaseSnapshot } from './cases-schema.ts';

/**
 * The finish limit in force, from its clock: base limit, then the granted extension counted from the base due time. Every hold is left
 * out of both, whenever it was, so that a hold before the old due time still counts after an extension (clock rule d).
 */
export function finishDueOf({ limit, from, holds, extension }: NonNullable<CaseSnapshot['finishClock']>, due: DueOf): Due {
  return due(limit, from, { holds, extension });
}
