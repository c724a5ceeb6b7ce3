import type { Due } from '../calendar/calendar-schema.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import { chosenDue, limitOver, type RunningWhistleLimit, type Span } from './limit-over.ts';
import { planLimits } from './plan-limits.ts';
import { activeUnits, openTasks, supervisionOpen } from './whistle-requirements.ts';
import type { PlanTask, SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';

/**
 * Every limit that runs now. Each unit has its own clocks from its own summons; what a support misses never moves the lead's.
 * The arrival of a unit is owed besides its answer, so a unit may run two limits at once; so are the answer to a supervision (督办), the
 * judgement of that answer and of a request.
 */
export function runningWhistleLimits(snapshot: WhistleSnapshot): RunningWhistleLimit[] {
  return [...stepLimits(snapshot), ...supervisionLimits(snapshot), ...askedLimits(snapshot)];
}

function stepLimits(snapshot: WhistleSnapshot): RunningWhistleLimit[] {
  const { blowAsked, onSiteAt, opinionsDue, finishFrom, finishDue, completedAt, verifyDue, leadUnitId } = snapshot;
  const arrivals = () => activeUnits(snapshot).flatMap(arrivalLimits);
  const finish = () => limitOver('finish', 'lead', { from: finishFrom, due: finishDue }, { departmentId: leadUnitId });
  switch (snapshot.state) {
    case 'drafted':
      return blowAsked === null ? [] : limitOver('approval', 'street', { from: blowAsked.at, due: blowAsked.due });
    case 'blown':
    case 'acknowledged':
      return arrivals();
    case 'onSite':
      return [...arrivals(), ...limitOver('opinions', 'community', { from: onSiteAt, due: opinionsDue })];
    case 'opinionsCollected':
      return [...arrivals(), ...planLimits(snapshot)];
    case 'planned':
      return finish();
    case 'executing':
      return [...finish(), ...taskLimits(snapshot)];
    case 'completed':
      return limitOver('verify', 'community', { from: completedAt, due: verifyDue });
    case 'fedBack':
      return closingLimits(snapshot);
    case 'onHold': {
      // the plan's clocks stand still; the street owes the review
      const { heldAt, nextReviewAt } = snapshot;
      return nextReviewAt === null ? [] : limitOver('review', 'street', { from: heldAt, due: chosenDue(nextReviewAt) });
    }
    case 'cleared':
    case 'withdrawn':
    case 'void':
      return [];
  }
}

function arrivalLimits(unit: SummonedUnit): RunningWhistleLimit[] {
  const { departmentId, summonedAt: from, ackDue, reportInDue, objection, arrival, status } = unit;
  if (status === 'objected' && objection) {
    return limitOver('ruling', 'street', { from: objection.at, due: objection.rulingDue }, { departmentId });
  }
  return [
    ...(status === 'summoned' ? limitOver('acknowledge', 'unit', { from, due: ackDue }, { departmentId }) : []),
    ...(arrival === null ? limitOver('reportIn', 'unit', { from, due: reportInDue }, { departmentId }) : []),
  ];
}

/**
 * Until when a task of the plan is due: its own last day, or the end of the plan where it has none of its own (it is done again, or the
 * plan was confirmed after its day, or before tasks had days of their own).
 */
export function taskSpan({ taskDues, finishFrom, finishDue }: WhistleSnapshot, { id, to }: PlanTask): Span & { day: LocalDate | null } {
  const own = taskDues?.[id];
  return own ? { ...own, day: to } : { from: finishFrom, due: finishDue, day: null };
}

/** By how much a task of the confirmed plan is, or was, reported on too late; null while it is in time. A hold stops it. */
export function taskLateMs(snapshot: WhistleSnapshot, task: PlanTask, now: Instant): number | null {
  const { state, planApprovedAt, heldAt, results } = snapshot;
  const { due } = taskSpan(snapshot, task);
  if (planApprovedAt === null || due === null) return null;
  const at = results[task.id]?.at ?? (state === 'onHold' ? (heldAt ?? now) : now);
  return at > due.at ? at - due.at : null;
}

/** One limit for each owner and day of open tasks; what the lead ends the plan with stands under the plan's own limit. */
function taskLimits(snapshot: WhistleSnapshot): RunningWhistleLimit[] {
  const { leadUnitId, finishDue } = snapshot;
  const limits = new Map<string, RunningWhistleLimit>();
  for (const task of openTasks(snapshot)) {
    const { departmentId } = task;
    const { day, ...span } = taskSpan(snapshot, task);
    if (departmentId === leadUnitId && (span.due?.at ?? 0) >= (finishDue?.at ?? 0)) continue;
    const [limit] = departmentId ? limitOver('task', 'unit', span, { departmentId, day }) : limitOver('task', 'community', span, { day });
    if (limit) limits.set(`${departmentId} ${day}`, limit);
  }
  return [...limits.values()];
}

/** The street clears; both sides rate until then (Art. 33). */
function closingLimits(snapshot: WhistleSnapshot): RunningWhistleLimit[] {
  const span = { from: snapshot.fedBackAt, due: snapshot.clearDue };
  const units = activeUnits(snapshot);
  return [
    ...limitOver('clear', 'street', span),
    ...(units.some(({ marks }) => marks === null) ? limitOver('rateUnits', 'community', span) : []),
    ...units.flatMap(({ whistleMarks, departmentId }) => (whistleMarks === null ? limitOver('rate', 'unit', span, { departmentId }) : [])),
  ];
}

/**
 * A unit signs for a supervision and answers it until the day its superior named, who judges the reply within a limit fixed when it came;
 * a hold stops neither.
 */
function supervisionLimits(snapshot: WhistleSnapshot): RunningWhistleLimit[] {
  if (snapshot.state === 'cleared' || snapshot.state === 'withdrawn' || snapshot.state === 'void') return [];
  return activeUnits(snapshot).flatMap(({ departmentId, supervision }) => {
    if (supervision === null || !supervisionOpen(supervision)) return [];
    const { at, until, reply } = supervision;
    return reply === null
      ? limitOver('supervision', 'unit', { from: at, due: chosenDue(until) }, { departmentId })
      : limitOver('judging', 'issuer', spanOf(reply), { departmentId });
  });
}

/** What waits for a judgement since it came. */
const spanOf = ({ at, due = null }: { at: Instant; due?: Due | null | undefined }): Span => ({ from: at, due });

/** Whoever is asked for more time, a hold or the voiding decides within a limit fixed when it was asked; earlier requests have none. */
function askedLimits({ state, extensionAsked, holdAsked, voidAsked }: WhistleSnapshot): RunningWhistleLimit[] {
  const working = state === 'executing';
  return [
    ...(working && extensionAsked ? limitOver('extension', 'street', spanOf(extensionAsked)) : []),
    ...(working && holdAsked ? limitOver('hold', 'street', spanOf(holdAsked)) : []),
    ...(voidAsked ? limitOver('void', voidAsked.judge ?? 'street', spanOf(voidAsked)) : []),
  ];
}
