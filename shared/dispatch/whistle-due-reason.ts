import type { Due, Limit } from '../calendar/calendar-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleClockLimit } from './limit-over.ts';
import { type WhistleLimits, whistleLimitsOf } from './whistle-limits.ts';
import { openTasks } from './whistle-requirements.ts';
import type { EndMaker, WhistleSnapshot } from './whistle-schema.ts';

/**
 * Why a limit of a whistle ends when it does: a legal limit from an instant on; the last day of the plan, or of a task in it; the time for
 * doing refused work again; a day to which the work was extended (of these three the act that made the day it is, `held` where a hold has
 * moved it since); the end of the planning, or a legal limit from when it came to somebody (`step`); the time a supervision named; a chosen
 * day of review.
 */
export type DueReason =
  | { kind: 'limit' | 'step'; limit: Limit; from: Instant }
  | { kind: 'rework'; limit: Limit; from: Instant; held: boolean }
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
  judging: 'ruling',
  extension: 'ruling',
  hold: 'ruling',
  void: 'ruling',
  review: null,
} as const satisfies Record<WhistleClockLimit, keyof WhistleLimits | null>;

type Running = {
  limit: WhistleClockLimit | null;
  from: Instant | null;
  /** of a task: whose it is and when it ends */
  departmentId?: DepartmentId | null;
  due?: Pick<Due, 'at'> | null;
};

/** The reason of a running limit; null where none runs. */
export function dueReasonOf(snapshot: WhistleSnapshot, running: Running): DueReason | null {
  const { limit, from } = running;
  if (limit === null || from === null) return null;
  const limits = whistleLimitsOf(snapshot);
  switch (limit) {
    case 'review':
      return { kind: 'review' };
    case 'supervision':
      return { kind: 'order' };
    case 'finish':
      return endReason('plan', snapshot.finishBy, snapshot);
    case 'task': {
      const own = taskEnd(snapshot, running);
      return own ? endReason('task', own.by, snapshot) : endReason('plan', snapshot.finishBy, snapshot);
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

/** The last day of an open task of its own that the limit stands for; none where it ends with the plan. */
function taskEnd(snapshot: WhistleSnapshot, { departmentId, due }: Running) {
  const own = openTasks(snapshot).filter((task) => task.departmentId === departmentId);
  return own.map(({ id }) => snapshot.taskDues?.[id]).find((end) => end?.due.at === due?.at);
}

function endReason(planned: 'plan' | 'task', by: EndMaker | undefined, snapshot: WhistleSnapshot): DueReason {
  const { act, at, held } = by ?? { act: 'plan', at: null, held: false };
  if (act === 'rework') return { kind: 'rework', limit: whistleLimitsOf(snapshot).rework, from: at, held };
  return { kind: act === 'extension' ? 'extended' : planned, held };
}
