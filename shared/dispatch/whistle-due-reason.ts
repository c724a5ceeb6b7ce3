import type { Limit } from '../calendar/calendar-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleClockLimit } from './limit-over.ts';
import { type WhistleLimits, whistleLimitsOf } from './whistle-limits.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';

/**
 * Why a limit of a whistle ends when it does: a legal limit from an instant on; the last day of the plan, or of a task in it; the time for
 * doing refused work again, where the day before was not later; a day to which the work was extended; the end of the planning, or a legal
 * limit from when it came to somebody (`step`); the time a supervision named; a chosen day of review.
 */
export type DueReason =
  | { kind: 'limit' | 'rework' | 'step'; limit: Limit; from: Instant }
  | { kind: 'plan' | 'task' | 'extended'; held: boolean }
  | { kind: 'order' | 'review' };

const limitOf = {
  approval: 'approval',
  acknowledge: 'acknowledge',
  ruling: 'ruling',
  reportIn: 'reportIn',
  opinions: 'opinions',
  plan: 'plan',
  agree: 'ruling',
  confirm: 'ruling',
  finish: null,
  task: null,
  verify: 'verify',
  clear: 'clear',
  rateUnits: 'clear',
  rate: 'clear',
  supervision: null,
  extension: 'ruling',
  hold: 'ruling',
  void: 'ruling',
  review: null,
} as const satisfies Record<WhistleClockLimit, keyof WhistleLimits | null>;

type Running = { limit: WhistleClockLimit | null; from: Instant | null };

/** The reason of a running limit; null where none runs. */
export function dueReasonOf(snapshot: WhistleSnapshot, { limit, from }: Running): DueReason | null {
  if (limit === null || from === null) return null;
  const limits = whistleLimitsOf(snapshot);
  switch (limit) {
    case 'review':
      return { kind: 'review' };
    case 'supervision':
      return { kind: 'order' };
    case 'finish':
    case 'task': {
      const { planApprovedAt, extensionCount, holds, taskDues } = snapshot;
      if (from !== planApprovedAt) return { kind: 'rework', limit: limits.rework, from };
      const planned = limit === 'task' && taskDues ? 'task' : 'plan';
      return { kind: extensionCount > 0 ? 'extended' : planned, held: holds.length > 0 };
    }
    case 'agree':
      // a unit called after the draft has the time to come for its answer too
      if (snapshot.plan !== null && from > snapshot.plan.at && snapshot.units.some(({ summonedAt }) => summonedAt === from))
        return { kind: 'limit', limit: limits.reportIn, from };
      return { kind: 'step', limit: limits.ruling, from };
    case 'confirm':
      return { kind: 'step', limit: limits.ruling, from };
    default: {
      // a better draft begins with the answer that asks for it
      if (limit === 'plan' && from !== snapshot.opinionsAt) return { kind: 'step', limit: limits.ruling, from };
      const legal = limits[limitOf[limit]];
      return legal && { kind: 'limit', limit: legal, from };
    }
  }
}
