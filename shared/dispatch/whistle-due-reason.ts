import type { Limit } from '../calendar/calendar-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { UnitDutyAction } from './unit-duties.ts';
import type { WhistleClockLimit } from './whistle-clock.ts';
import { type WhistleLimits, whistleLimitsOf } from './whistle-limits.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';

/**
 * Why a limit of a whistle ends when it does: a legal limit from an instant on; the last day of the plan; the time for doing refused work
 * again, where the day before was not later; a day to which the work was extended; a chosen day of review.
 */
export type DueReason =
  | { kind: 'limit' | 'rework'; limit: Limit; from: Instant }
  | { kind: 'plan' | 'extended'; held: boolean }
  | { kind: 'review' };

const limitOf = {
  approval: 'approval',
  acknowledge: 'acknowledge',
  ruling: 'ruling',
  reportIn: 'reportIn',
  opinions: 'opinions',
  plan: 'plan',
  finish: null,
  verify: 'verify',
  clear: 'clear',
  review: null,
} as const satisfies Record<WhistleClockLimit, keyof WhistleLimits | null>;

type Running = { limit: WhistleClockLimit | null; from: Instant | null };

/** The reason of a running limit; null where none runs. */
export function dueReasonOf(snapshot: WhistleSnapshot, { limit, from }: Running): DueReason | null {
  if (limit === null || from === null) return null;
  if (limit === 'review') return { kind: 'review' };
  const limits = whistleLimitsOf(snapshot);
  if (limit === 'finish') {
    const { planApprovedAt, extensionCount, holds } = snapshot;
    if (from !== planApprovedAt) return { kind: 'rework', limit: limits.rework, from };
    return { kind: extensionCount > 0 ? 'extended' : 'plan', held: holds.length > 0 };
  }
  const legal = limits[limitOf[limit]];
  return legal && { kind: 'limit', limit: legal, from };
}

/** The limit that each step a unit owes runs by; a supervisor chose the time for an answer. */
export const limitOfDuty = {
  acknowledge: 'acknowledge',
  reportIn: 'reportIn',
  proposePlan: 'plan',
  agreePlan: 'plan',
  start: 'finish',
  completeTask: 'finish',
  complete: 'finish',
  rateWhistle: 'clear',
  receiveSupervision: null,
  replySupervision: null,
} as const satisfies Record<UnitDutyAction, WhistleClockLimit | null>;
