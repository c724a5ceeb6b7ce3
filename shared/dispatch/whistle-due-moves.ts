import type { Due } from '../calendar/calendar-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { evolveWhistle } from './evolve-whistle.ts';
import type { WhistleClockLimit } from './limit-over.ts';
import { answerTo } from './plan-limits.ts';
import type { WhistleEvent } from './whistle-events.ts';
import { activeUnits } from './whistle-requirements.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';

type NamedDue = { limit: WhistleClockLimit; departmentId: DepartmentId | null; taskId: string | null; due: Due };
/** A due time that a new calendar moved: of a limit, of one unit, of one task. */
export type WhistleDueMove = Omit<NamedDue, 'due'> & { from: Due; to: Due };

/** Every due time a whistle has, in the order of its steps. */
function namedDues(snapshot: WhistleSnapshot): NamedDue[] {
  const { blowAsked, units, plan, taskDues = {}, extensionAsked, holdAsked, voidAsked } = snapshot;
  const named = (
    limit: WhistleClockLimit,
    due: Due | null | undefined,
    of: { departmentId?: DepartmentId | null; taskId?: string } = {},
  ): NamedDue[] => (due ? [{ limit, departmentId: of.departmentId ?? null, taskId: of.taskId ?? null, due }] : []);
  const disputed = activeUnits(snapshot).some((unit) => answerTo(plan, unit)?.agreed === false);
  return [
    ...named('approval', blowAsked?.due),
    ...units.flatMap(({ departmentId, ackDue, reportInDue, objection, supervision }) => [
      ...named('acknowledge', ackDue, { departmentId }),
      ...named('reportIn', reportInDue, { departmentId }),
      ...named('ruling', objection?.rulingDue, { departmentId }),
      ...named('judging', supervision?.reply?.due, { departmentId }),
    ]),
    ...named('opinions', snapshot.opinionsDue),
    ...named('plan', snapshot.planDue),
    ...named('agree', plan?.answerDue),
    ...(disputed ? named('plan', plan?.next?.due, { departmentId: snapshot.leadUnitId }) : named('confirm', plan?.next?.due)),
    ...named('finish', snapshot.finishDue),
    ...Object.entries(taskDues).flatMap(([taskId, { due }]) =>
      named('task', due, { taskId, departmentId: plan?.tasks.find(({ id }) => id === taskId)?.departmentId ?? null }),
    ),
    ...named('verify', snapshot.verifyDue),
    ...named('clear', snapshot.clearDue),
    ...named('extension', extensionAsked?.due),
    ...named('hold', holdAsked?.due),
    ...named('void', voidAsked?.due),
  ];
}

const sameEnd = (a: Due, b: Due) => a.at === b.at && a.provisional === b.provisional;

const sameName = (a: NamedDue) => (b: NamedDue) => a.limit === b.limit && a.departmentId === b.departmentId && a.taskId === b.taskId;

/** Whether any due time differs, its reminders included, or is there on one side only. */
export function whistleDuesDiffer(before: WhistleSnapshot, after: WhistleSnapshot): boolean {
  const [earlier, later] = [namedDues(before), namedDues(after)];
  return (
    earlier.length !== later.length ||
    earlier.some((named) => {
      const next = later.find(sameName(named))?.due;
      const { due } = named;
      return next === undefined || !sameEnd(due, next) || due.halfAt !== next.halfAt || due.soonAt !== next.soonAt;
    })
  );
}

/** What each `WhistleDuesRecomputed` of a whistle's history moved, by the number of the event. */
export function whistleDueMoves(history: readonly WhistleEvent[]): ReadonlyMap<number, WhistleDueMove[]> {
  const moves = new Map<number, WhistleDueMove[]>();
  let snapshot: WhistleSnapshot | null = null;
  for (const event of history) {
    const before: WhistleSnapshot | null = snapshot;
    snapshot = evolveWhistle(before, event);
    if (event.type !== 'WhistleDuesRecomputed' || before === null) continue;
    const after = namedDues(snapshot);
    const moved = namedDues(before).flatMap((named): WhistleDueMove[] => {
      const { due, ...of } = named;
      const next = after.find(sameName(named))?.due;
      return next === undefined || sameEnd(due, next) ? [] : [{ ...of, from: due, to: next }];
    });
    moves.set(event.meta.seq, moved);
  }
  return moves;
}
