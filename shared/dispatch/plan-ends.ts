import type { Due, Hold, Limit } from '../calendar/calendar-schema.ts';
import type { Instant } from '../kernel/time.ts';
import { evolveWhistle } from './evolve-whistle.ts';
import type { WhistleContext } from './whistle-context.ts';
import type { WhistleEvent } from './whistle-events.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import { openTasks } from './whistle-requirements.ts';
import type { EndMaker, WhistleSnapshot } from './whistle-schema.ts';

/** What moves the end of a plan after people chose it: more time, a hold, work that was not accepted. */
export type PlanMove = { at: Instant } & (
  | { kind: 'extension'; limit: Limit }
  | { kind: 'hold'; hold: Hold; startedAt: Instant }
  | { kind: 'rework'; limit: Limit }
);

type Dates = Pick<WhistleContext, 'due' | 'shift'>;

/** An end after one more move: an extension counts from it, a hold leaves one that was over where it was, rework gives the later of both. */
export function movedEnd(end: Due, move: PlanMove, { due, shift }: Dates): Due {
  switch (move.kind) {
    case 'extension':
      return due(move.limit, end.at);
    case 'hold':
      return move.hold.from >= end.at ? end : shift(end, move.hold, move.startedAt);
    case 'rework': {
      const rework = due(move.limit, move.at);
      return end.at > rework.at ? end : rework;
    }
  }
}

/** How one move changes an end that counts from `from`, with the instants of its reminders. */
export function endMover(move: PlanMove, { holds: earlier }: Pick<WhistleSnapshot, 'holds'>, context: WhistleContext) {
  const holds = move.kind === 'hold' ? [...earlier, move.hold] : earlier;
  return (end: Due, from: Instant): Due =>
    move.kind === 'hold' && move.hold.from >= end.at ? end : context.marked(movedEnd(end, move, context), from, holds);
}

/** The ends of the tasks that are still open. */
export function movedTasks(snapshot: WhistleSnapshot, moved: (end: Due, from: Instant) => Due): { taskDues?: Record<string, Due> } {
  const { taskDues } = snapshot;
  if (taskDues === undefined) return {};
  const open = openTasks(snapshot).flatMap(({ id }) => {
    const own = taskDues[id];
    return own ? [[id, moved(own.due, own.from)] as const] : [];
  });
  return { taskDues: Object.fromEntries(open) };
}

/** The days that people chose for the plan and its tasks, and everything that moved them since; null while no plan is confirmed. */
export type PlanHistory = { finishDue: Due; by: EndMaker; taskDues: Readonly<Record<string, Due>>; moves: readonly PlanMove[] };

/** Read from a whistle's whole history, oldest first. */
export function planHistory(history: readonly WhistleEvent[]): PlanHistory | null {
  let chosen: Omit<PlanHistory, 'moves'> | null = null;
  let snapshot: WhistleSnapshot | null = null;
  const moves: PlanMove[] = [];
  for (const event of history) {
    const before: WhistleSnapshot | null = snapshot;
    const move = before && moveOf(event, before);
    if (move) moves.push(move);
    if (event.type === 'PlanApproved') {
      const { finishDue, taskDues = {} } = event.payload;
      chosen = { finishDue, taskDues, by: { act: 'plan', at: event.meta.at, held: false } };
    }
    snapshot = evolveWhistle(before, event);
  }
  return chosen && { ...chosen, moves };
}

function moveOf({ type, payload, meta: { at } }: WhistleEvent, before: WhistleSnapshot): PlanMove | null {
  switch (type) {
    case 'WhistleExtensionGranted':
      return before.extensionAsked && { kind: 'extension', at, limit: before.extensionAsked.limit };
    case 'WhistleResumed':
      return { kind: 'hold', at, hold: { from: at - payload.heldMs, to: at }, startedAt: before.finishFrom ?? at };
    case 'AcceptanceFailed':
      return { kind: 'rework', at, limit: whistleLimitsOf(before).rework };
    default:
      return null;
  }
}
