import type { Due } from '../calendar/calendar-schema.ts';
import { allow, refuse } from '../kernel/decision.ts';
import { HORIZON_YEARS } from '../kernel/horizon.ts';
import type { Instant } from '../kernel/time.ts';
import type { DecideWhistleArgs, WhistleDecision } from './decide-blowing.ts';
import { ownUnit } from './own-unit.ts';
import { planStepDue } from './plan-limits.ts';
import type { WhistleContext } from './whistle-context.ts';
import { firstPlanDay, lastPlanDay } from './whistle-horizon.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import { activeUnits, requirementsOf } from './whistle-requirements.ts';
import type { PlanTask, WhistleSnapshot } from './whistle-schema.ts';

/** The maintenance fund (维修资金) is the owners' money as well. */
const ownersMoney: readonly PlanTask['source'][] = ['residents', 'maintenanceFund'];

/**
 * The lead's draft: every task has a unit of this whistle, days, money and the proof it will need. A task reaches the community only for a
 * matter of its duty list (社区职责清单, Art. 17); money of residents needs the deliberation that decided on it.
 */
export function decideProposePlan({ input, snapshot, context }: DecideWhistleArgs<'proposePlan'>): WhistleDecision {
  const { tasks, note, deliberation } = input;
  const units = new Set(activeUnits(snapshot).map(({ departmentId }) => departmentId));
  if (new Set(tasks.map(({ id }) => id)).size !== tasks.length) return refuse('taskRepeated');
  for (const [index, task] of tasks.entries()) {
    const row = index + 1;
    if (task.departmentId !== null && !units.has(task.departmentId)) return refuse('taskUnitUnknown', { row });
    // a far-off day would make every reading of the clock walk the calendar to it
    if (task.to > lastPlanDay(context.today)) return refuse('taskTooFar', { row, years: HORIZON_YEARS });
    if (task.from > task.to || task.to < context.today || task.from < firstPlanDay(context.today))
      return refuse('taskDatesInvalid', { row });
    if (task.costFen > 0 && task.source === 'none') return refuse('moneySourceMissing', { row });
    const onDutyList = task.dutyCode !== null && context.dutyCodes.includes(task.dutyCode);
    if (task.departmentId !== null && task.dutyCode !== null) return refuse('dutyOfUnit', { row });
    if (task.departmentId === null && !onDutyList) return refuse('notCommunityDuty', { row });
  }
  if (tasks.some(({ source }) => ownersMoney.includes(source)) && deliberation === '') return refuse('deliberationMissing');
  const draft = (snapshot.plan?.draft ?? 0) + 1;
  const answerDue = stepDue(snapshot, context);
  return allow({ type: 'PlanProposed', payload: { draft, tasks, note, deliberation, ...(answerDue && { answerDue }) } });
}

function stepDue(snapshot: WhistleSnapshot, context: WhistleContext): Due | null {
  const { ruling } = whistleLimitsOf(snapshot);
  return planStepDue({ planDue: snapshot.planDue, ruling, at: context.now }, context);
}

type Answer = DecideWhistleArgs<'agreePlan'> | DecideWhistleArgs<'objectPlan'>;

function answer(action: 'agreePlan' | 'objectPlan', { input, ...args }: Answer, reason: string): WhistleDecision {
  const { snapshot } = args;
  const found = ownUnit(action, args, input.unitId);
  if (!found.ok) return found;
  if (input.draft !== snapshot.plan?.draft) return refuse('planChanged', { draft: snapshot.plan?.draft ?? 0 });
  const answered = { unitId: input.unitId, draft: input.draft, agreed: action === 'agreePlan', reason };
  const nextDue = stepDue(snapshot, args.context);
  return allow({ type: 'PlanAnswered', payload: { ...answered, ...(nextDue && { nextDue }) } });
}

export function decideAgreePlan(args: DecideWhistleArgs<'agreePlan'>): WhistleDecision {
  return answer('agreePlan', args, '');
}

export function decideObjectPlan(args: DecideWhistleArgs<'objectPlan'>): WhistleDecision {
  return answer('objectPlan', args, args.input.reason);
}

/**
 * Confirmed by the secretary when every support agrees, or by the street over one that does not, with a reason. Due = close of the last
 * day; each task that is still ahead has the close of its own.
 */
export function decideApprovePlan({ input, snapshot, context }: DecideWhistleArgs<'approvePlan'>): WhistleDecision {
  const { plan } = snapshot;
  if (plan === null) return refuse('planMissing');
  if (input.draft !== plan.draft) return refuse('planChanged', { draft: plan.draft });
  const unmet = requirementsOf('approvePlan', snapshot, context.settings).find(({ ok }) => !ok);
  if (unmet && input.overReason === '') return refuse(unmet.code, { have: unmet.have, need: unmet.need });
  const last = plan.tasks
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (last === undefined) return refuse('planMissing');
  const at = context.closeOf(last);
  if (at < context.now) return refuse('planOverdue');
  // the days were chosen by people: nothing of them is provisional
  const closing = (end: Instant) =>
    context.marked({ at: end, provisional: false, calendarVersion: context.calendarVersion }, context.now, []);
  const ends = plan.tasks.map(({ id, to }) => ({ id, end: context.closeOf(to) })).filter(({ end }) => end > context.now);
  const taskDues = Object.fromEntries(ends.map(({ id, end }) => [id, closing(end)]));
  const overReason = unmet ? input.overReason : '';
  return allow({ type: 'PlanApproved', payload: { draft: plan.draft, overReason, finishDue: closing(at), taskDues } });
}
