import type { Due, Limit } from '../calendar/calendar-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { limitOver, type RunningWhistleLimit, type Span } from './limit-over.ts';
import type { WhistleContext } from './whistle-context.ts';
import { activeUnits } from './whistle-requirements.ts';
import type { SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';

type Plan = NonNullable<WhistleSnapshot['plan']>;

/** The answer of a unit to the draft that stands; null = it has not answered this one. */
export function answerTo(plan: Pick<Plan, 'draft'> | null, { planAnswer }: Pick<SummonedUnit, 'planAnswer'>): SummonedUnit['planAnswer'] {
  return plan !== null && planAnswer?.draft === plan.draft ? planAnswer : null;
}

/**
 * Until when the step after a draft or an answer is due: by the end of the planning, yet never sooner than the limit of a ruling from then
 * on, so that nobody is late for what came to them late.
 */
export function planStepDue(
  { planDue, ruling, at }: { planDue: Due | null; ruling: Limit; at: Instant },
  { due, marked }: Pick<WhistleContext, 'due' | 'marked'>,
): Due | null {
  if (planDue === null) return null;
  const least = due(ruling, at);
  return least.at > planDue.at ? least : marked(planDue, at, []);
}

/** Who owes what until the plan stands: the lead the draft, each support its answer, the community the visit and its word. */
export function planLimits(snapshot: WhistleSnapshot): RunningWhistleLimit[] {
  const { plan, planDue, opinionsAt, leadUnitId, visit } = snapshot;
  const units = activeUnits(snapshot);
  const supports = units.filter(({ side }) => side === 'support');
  const whole: Span = { from: opinionsAt, due: planDue };
  const next: Span = plan?.next ?? whole;
  const active = new Set<DepartmentId | null>([null, ...units.map(({ departmentId }) => departmentId)]);
  const disputed = supports.some((unit) => answerTo(plan, unit)?.agreed === false);
  const draftOwed = plan === null || disputed || plan.tasks.some(({ departmentId }) => !active.has(departmentId));
  const waiting = supports.filter((unit) => plan !== null && answerTo(plan, unit) === null);
  const visitors = new Set(visit?.attendance.map(({ departmentId }) => departmentId));
  const seen = visit !== null && units.every(({ departmentId }) => visitors.has(departmentId));
  const present = units.every(({ arrival }) => arrival !== null);
  const communityOwes = present && (!seen || (!draftOwed && waiting.length === 0));
  return [
    ...(draftOwed ? limitOver('plan', 'lead', disputed ? next : whole, { departmentId: leadUnitId }) : []),
    ...waiting.flatMap((unit) => (plan === null || unit.status === 'objected' ? [] : answerLimit(unit, plan, whole))),
    ...(communityOwes ? limitOver('confirm', 'community', plan?.next ?? (plan ? draftSpan(plan, whole) : whole)) : []),
  ];
}

/** From the draft on; one drawn up before the opinions were complete waits for them. */
function draftSpan({ at, answerDue = null }: Plan, whole: Span): Span {
  return answerDue === null ? whole : { from: at, due: answerDue };
}

/** A unit called after the draft answers it in the time it has to come. */
function answerLimit({ departmentId, summonedAt, reportInDue }: SummonedUnit, plan: Plan, whole: Span): RunningWhistleLimit[] {
  const span = summonedAt > plan.at ? { from: summonedAt, due: reportInDue } : draftSpan(plan, whole);
  return limitOver('agree', 'unit', span, { departmentId });
}
