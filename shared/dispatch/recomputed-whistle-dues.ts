import type { Due, Limit } from '../calendar/calendar-schema.ts';
import type { Instant } from '../kernel/time.ts';
import { madeBy } from './end-maker.ts';
import type { WhistleClockLimit } from './limit-over.ts';
import { movedEnd, type PlanMove, planHistory } from './plan-ends.ts';
import { planStepDue } from './plan-limits.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import type { WhistleContext } from './whistle-context.ts';
import type { NewWhistleEvent, WhistleEvent } from './whistle-events.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import { openTasks } from './whistle-requirements.ts';
import type { EndMaker, WhistleSnapshot } from './whistle-schema.ts';

type Renewed = Extract<NewWhistleEvent, { type: 'WhistleDuesRecomputed' }>['payload'];
type Dates = Pick<WhistleContext, 'due' | 'marked' | 'shift'>;
type Whistle = { snapshot: WhistleSnapshot; history: readonly WhistleEvent[] };

/**
 * All due times of a whistle under a new calendar: of limits that still run, and any that was provisional. One whose limit is met stays, as
 * it decides whether that was on time. Days that people chose stay as well; what legal time moved of them, more time, a hold or rework, is
 * counted anew.
 */
export function recomputedWhistleDues({ snapshot, history }: Whistle, dates: Dates): Renewed {
  const limits = whistleLimitsOf(snapshot);
  const open = new Set(runningWhistleLimits(snapshot).map(({ limit, departmentId }) => `${limit} ${departmentId}`));
  const running = (limit: WhistleClockLimit, departmentId: string | null = null) => open.has(`${limit} ${departmentId}`);
  const renew = (old: Due | null | undefined, limit: Limit | null, { from, runs }: { from: Instant | null; runs: boolean }): Due | null => {
    if (!old || limit === null || from === null || !(runs || old.provisional)) return old ?? null;
    return dates.due(limit, from);
  };
  const { blowAsked, extensionAsked, holdAsked, voidAsked, opinionsAt } = snapshot;
  const planning = snapshot.state === 'opinionsCollected';
  const planDue = renew(snapshot.planDue, limits.plan, { from: opinionsAt, runs: planning });
  const ruled = (asked: { at: Instant; due?: Due | null | undefined } | null) =>
    renew(asked?.due, limits.ruling, { from: asked?.at ?? null, runs: true });
  return {
    approvalDue: renew(blowAsked?.due, limits.approval, { from: blowAsked?.at ?? null, runs: true }),
    units: snapshot.units.map(({ departmentId, summonedAt: from, ackDue, reportInDue, objection, supervision }) => ({
      unitId: departmentId,
      ackDue: renew(ackDue, limits.acknowledge, { from, runs: running('acknowledge', departmentId) }),
      reportInDue: renew(reportInDue, limits.reportIn, { from, runs: running('reportIn', departmentId) }),
      rulingDue: renew(objection?.rulingDue, limits.ruling, { from: objection?.at ?? null, runs: running('ruling', departmentId) }),
      // a reply that an earlier version took has no limit yet
      ...(supervision?.reply && running('judging', departmentId) ? { judgingDue: dates.due(limits.ruling, supervision.reply.at) } : {}),
    })),
    opinionsDue: renew(snapshot.opinionsDue, limits.opinions, { from: snapshot.onSiteAt, runs: running('opinions') }),
    planDue,
    verifyDue: renew(snapshot.verifyDue, limits.verify, { from: snapshot.completedAt, runs: running('verify') }),
    clearDue: renew(snapshot.clearDue, limits.clear, { from: snapshot.fedBackAt, runs: running('clear') }),
    ...planEnds({ snapshot, history }, dates),
    ...(planning ? planSteps(snapshot, { planDue, ruling: limits.ruling }, dates) : {}),
    ...(extensionAsked?.due ? { extensionDue: ruled(extensionAsked) } : {}),
    ...(holdAsked?.due ? { holdDue: ruled(holdAsked) } : {}),
    ...(voidAsked?.due ? { voidDue: ruled(voidAsked) } : {}),
  };
}

function planSteps({ plan }: WhistleSnapshot, { planDue, ruling }: { planDue: Due | null; ruling: Limit }, dates: Dates): Partial<Renewed> {
  if (plan === null) return {};
  const stepDue = (at: Instant) => planStepDue({ planDue, ruling, at }, dates);
  return {
    ...(plan.answerDue ? { answerDue: stepDue(plan.at) } : {}),
    ...(plan.next ? { nextDue: stepDue(plan.next.from) } : {}),
  };
}

/** While the plan is carried out: its end and those of its open tasks, from the days that were chosen through everything that moved them. */
function planEnds({ snapshot, history }: Whistle, dates: Dates): Partial<Renewed> {
  const { state, finishDue, finishFrom, holds, taskDues } = snapshot;
  const carriedOut = state === 'planned' || state === 'executing' || state === 'onHold';
  const chosen = carriedOut ? planHistory(history) : null;
  if (chosen === null || finishDue === null || finishFrom === null) return {};
  const through = (end: Due, moves: readonly PlanMove[]) => moves.reduce((moved, move) => movedEnd(moved, move, dates), end);
  // whether work done again ends later than the day before it may change with the calendar
  const step = ({ end, by }: { end: Due; by: EndMaker }, move: PlanMove) => {
    const to = movedEnd(end, move, dates);
    return { end: to, by: madeBy(by, { from: end, to, move: { act: move.kind, at: move.at } }) };
  };
  const tasks = openTasks(snapshot).flatMap(({ id }) => {
    const [own, end] = [taskDues?.[id], chosen.taskDues[id]];
    if (!own || !end) return [];
    // a task that is done again has no day of its own any more
    const moves = chosen.moves.filter(({ kind }) => kind !== 'rework');
    return [[id, dates.marked(through(end, moves), own.from, holds)] as const];
  });
  return {
    finishDue: dates.marked(through(chosen.finishDue, chosen.moves), finishFrom, holds),
    ...(snapshot.finishBy && { finishBy: chosen.moves.reduce(step, { end: chosen.finishDue, by: chosen.by }).by }),
    ...(taskDues && { taskDues: Object.fromEntries(tasks) }),
  };
}
