import { hasRole } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';
import { ownInterest } from '../identity/own-interest.ts';
import type { Refusal } from '../kernel/decision.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleAction } from './whistle-actions.ts';
import type { WhistleSettings } from './whistle-context.ts';
import { ownUnits, partiesOf, whistlePostsActing } from './whistle-policy.ts';
import type { WhistleRefusalCode } from './whistle-refusals.ts';
import { activeUnits, requirementsOf, supervisionOpen } from './whistle-requirements.ts';
import type { SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';
import { answerGuard, judgeGuard, superviseGuard, unitIssueGuard } from './whistle-supervision.ts';

/** Pieces of the clearing that the street may go over at any time, with its reason. */
const overWithReason: readonly WhistleRefusalCode[] = ['householdsUnsolved', 'supervisionOpen'];

type Facts = { snapshot: WhistleSnapshot; actor: Actor; now: Instant; settings: WhistleSettings };
type Verdict = Refusal<WhistleRefusalCode> | null;

/**
 * Guards of lifecycles D2 that need no input: what the snapshot, the person and the clock already tell. Buttons ask them before showing
 * an action, `decideWhistle` asks them again; the guards on the input stand in the `decide-*.ts` files.
 */
export function whistlePrecondition(action: WhistleAction, facts: Facts): Verdict {
  const { snapshot, actor, now, settings } = facts;
  switch (action) {
    case 'revise':
    case 'blow':
      return snapshot.blowAsked === null ? null : { code: 'blowPending' };
    case 'approveBlow':
    case 'returnBlow':
      return decidable(snapshot.blowAsked, actor);
    case 'acknowledge':
    case 'object':
    case 'reportIn':
    case 'leave':
    case 'agreePlan':
    case 'objectPlan':
    case 'rateWhistle':
    case 'receiveSupervision':
    case 'replySupervision':
      return firstOf(ownUnits(action, actor, snapshot), (unit) => unitGuard(action, unit, facts));
    case 'upholdObjection':
    case 'overruleObjection': {
      const objected = snapshot.units.filter(({ status }) => status === 'objected');
      return objected.length === 0 ? { code: 'nothingObjected' } : firstOf(objected, (unit) => rulingGuard(unit, facts));
    }
    case 'excuseUnit':
      return firstOf(partiesOf(snapshot), (unit) => excuseGuard(unit, actor));
    case 'confirmReportIn':
      return firstOf(activeUnits(snapshot), (unit) => confirmGuard(unit, actor));
    case 'recordVisit':
      return activeUnits(snapshot).every(({ arrival }) => arrival !== null) ? null : { code: 'unitNotOnSite' };
    case 'closeOpinions':
    case 'complete':
    case 'feedBack':
      return missing(requirementsOf(action, snapshot, settings));
    case 'clear': {
      // a unit that never rates does not keep everybody else's file open; the blower's own marks must be there.
      // over a household that says no, or a 督办 nobody settled, the street gives its reason in the form
      const pieces = requirementsOf('clear', snapshot, settings).filter(({ code }) => !overWithReason.includes(code));
      const overdue = snapshot.clearDue !== null && now > snapshot.clearDue.at;
      return missing(overdue ? pieces.filter(({ code }) => code !== 'whistleUnrated') : pieces);
    }
    case 'approvePlan': {
      // the street may confirm over a support that is silent or against; everything else must be there
      const pieces = requirementsOf('approvePlan', snapshot, settings);
      const street = hasRole({ posts: whistlePostsActing(action, actor, snapshot) }, 'streetOperator');
      const unmet = missing(street ? pieces.filter(({ code }) => code !== 'planUnanswered' && code !== 'planDisputed') : pieces);
      return unmet ?? ownPlanGuard(snapshot, actor);
    }
    case 'completeTask':
      return taskOwners(facts).length > 0 ? null : { code: 'taskNotYours' };
    case 'acceptWork':
    case 'rejectWork':
      if (didTheWork(snapshot, actor)) return { code: 'workerMayNotAccept' };
      return snapshot.acceptedAt === null ? null : { code: 'alreadyAccepted' };
    case 'tellResult':
      if (snapshot.acceptedAt === null) return { code: 'notAccepted' };
      return snapshot.households.some(({ told }) => told === null) ? null : { code: 'householdsTold' };
    case 'giveVerdict':
      return snapshot.acceptedAt === null ? { code: 'notAccepted' } : null;
    case 'rateUnit':
      return firstOf(activeUnits(snapshot), (unit) => markGuard(unit, actor));
    case 'withdraw':
      return snapshot.voidAsked === null ? null : { code: 'voidPending' };
    case 'requestExtension':
      return extensionGuard(facts);
    case 'grantExtension':
    case 'refuseExtension':
      return decidable(snapshot.extensionAsked, actor) ?? leadGuard(snapshot, actor);
    case 'requestHold':
      if (snapshot.holdAsked !== null) return { code: 'holdPending' };
      return snapshot.holdCount < settings.holdsMax ? null : { code: 'holdsUsed', params: { max: settings.holdsMax } };
    case 'approveHold':
      return (
        decidable(snapshot.holdAsked, actor) ??
        leadGuard(snapshot, actor) ??
        ((snapshot.holdAsked?.nextReviewAt ?? 0) > now ? null : { code: 'reviewDateInvalid', params: { days: settings.holdReviewMaxDays } })
      );
    case 'refuseHold':
      return decidable(snapshot.holdAsked, actor) ?? leadGuard(snapshot, actor);
    case 'supervise':
      return superviseGuard(facts);
    case 'closeSupervision':
    case 'returnSupervision': {
      const open = activeUnits(snapshot).filter(({ supervision }) => supervisionOpen(supervision));
      return open.length === 0 ? { code: 'supervisionNone' } : firstOf(open, (unit) => judgeGuard(action, unit, facts));
    }
    case 'requestVoid':
      return snapshot.voidAsked === null ? null : { code: 'voidPending' };
    case 'approveVoid':
    case 'refuseVoid':
      return decidable(snapshot.voidAsked, actor);
    case 'draft':
    case 'summonSupport':
    case 'listHouseholds':
    case 'addOpinion':
    case 'proposePlan':
    case 'start':
    case 'resume':
    case 'escalate':
    case 'addNote':
      return null;
  }
}

/** Steps that one summoned unit takes for itself. */
export type UnitStep =
  | 'acknowledge'
  | 'object'
  | 'reportIn'
  | 'leave'
  | 'agreePlan'
  | 'objectPlan'
  | 'rateWhistle'
  | 'receiveSupervision'
  | 'replySupervision';

/** What one unit may not do now; `null` = it may. Asked for the buttons and, with the unit named, for the decision. */
export function unitGuard(action: UnitStep, unit: SummonedUnit, { snapshot, now, actor }: Omit<Facts, 'settings'>): Verdict {
  if (unit.status === 'released' || unit.status === 'excused') return { code: 'unitGone' };
  switch (action) {
    case 'acknowledge':
      return unit.status === 'summoned' ? null : { code: 'unitAnswered' };
    case 'object':
      if (unit.locked) return { code: 'leadLocked' };
      if (unit.objected) return { code: 'alreadyObjected' };
      if (unit.status !== 'summoned') return { code: 'unitAnswered' };
      return unit.ackDue !== null && now > unit.ackDue.at ? { code: 'objectionLate' } : null;
    case 'reportIn':
      return arrivalGuard(unit);
    case 'leave': {
      if (unit.side === 'lead') return { code: 'leadStays' };
      if (unit.status === 'left') return { code: 'unitGone' };
      const open = snapshot.plan?.tasks.filter((task) => task.departmentId === unit.departmentId && !snapshot.results[task.id]) ?? [];
      return open.length === 0 ? null : { code: 'openTask', params: { count: open.length } };
    }
    case 'agreePlan':
    case 'objectPlan':
      if (snapshot.plan === null) return { code: 'planMissing' };
      return unit.planAnswer === null ? null : { code: 'unitAnswered' };
    case 'rateWhistle':
      return unit.whistleMarks === null ? null : { code: 'alreadyRated' };
    case 'receiveSupervision':
    case 'replySupervision':
      return answerGuard(action, unit, actor);
  }
}

/** Who may rule on the unit's objection: neither who called it, nor who objected, nor anybody of the unit. */
export function rulingGuard(unit: SummonedUnit, { snapshot, actor }: Pick<Facts, 'snapshot' | 'actor'>): Verdict {
  if (blewIt(snapshot, actor) || unit.summonedById === actor.userId) return { code: 'reviewerBlew' };
  return unit.objection?.byId === actor.userId || ownInterest(actor, unit.departmentId) ? { code: 'ownInterest' } : null;
}

/** Steps by which somebody judges a unit. */
export const judgingSteps = [
  'upholdObjection',
  'overruleObjection',
  'excuseUnit',
  'confirmReportIn',
  'rateUnit',
  'supervise',
  'closeSupervision',
  'returnSupervision',
] as const satisfies readonly WhistleAction[];

/** The units of the whistle the person may judge by this step. */
export function judgedUnits(action: (typeof judgingSteps)[number], facts: Pick<Facts, 'snapshot' | 'actor'>): SummonedUnit[] {
  const { actor, snapshot } = facts;
  const guard = (unit: SummonedUnit): Verdict => {
    switch (action) {
      case 'upholdObjection':
      case 'overruleObjection':
        return unit.status === 'objected' ? rulingGuard(unit, facts) : { code: 'nothingObjected' };
      case 'excuseUnit':
        return excuseGuard(unit, actor);
      case 'confirmReportIn':
        return confirmGuard(unit, actor);
      case 'rateUnit':
        return markGuard(unit, actor);
      case 'supervise':
        return unitIssueGuard(unit, facts);
      case 'closeSupervision':
      case 'returnSupervision':
        return judgeGuard(action, unit, facts);
    }
  };
  return activeUnits(snapshot).filter((unit) => guard(unit) === null);
}

/** Whoever drafted the plan does not confirm it, nor does anybody of the unit that leads. */
function ownPlanGuard({ plan, leadUnitId }: WhistleSnapshot, actor: Actor): Verdict {
  return plan?.byId === actor.userId || ownInterest(actor, leadUnitId) ? { code: 'ownInterest' } : null;
}

/** What the lead asks for is not granted by its own people. */
function leadGuard({ leadUnitId }: WhistleSnapshot, actor: Actor): Verdict {
  return ownInterest(actor, leadUnitId) ? { code: 'ownInterest' } : null;
}

/** Whether the person may see the unit come. */
export function confirmGuard(unit: SummonedUnit, actor: Actor): Verdict {
  return arrivalGuard(unit) ?? (ownInterest(actor, unit.departmentId) ? { code: 'ownInterest' } : null);
}

/** Whether the person may mark the unit. */
export function markGuard({ marks, departmentId }: SummonedUnit, actor: Actor): Verdict {
  if (marks !== null) return { code: 'alreadyRated' };
  return ownInterest(actor, departmentId) ? { code: 'ownInterest' } : null;
}

/** Whether the street may let a unit stay away: never the lead, none that is there, none whose objection waits for a ruling, nobody their own. */
export function excuseGuard({ side, status, arrival, departmentId }: SummonedUnit, actor: Actor): Verdict {
  if (side === 'lead') return { code: 'leadNotExcused' };
  if (status === 'excused' || status === 'left') return { code: 'unitGone' };
  if (status === 'objected') return { code: 'objectionOpen' };
  if (arrival !== null) return { code: 'unitArrived' };
  return ownInterest(actor, departmentId) ? { code: 'ownInterest' } : null;
}

/** Whether a unit can still come: it has answered and is not there yet. */
export function arrivalGuard(unit: SummonedUnit): Verdict {
  if (unit.arrival !== null) return { code: 'unitArrived' };
  return unit.status === 'acknowledged' ? null : { code: 'unitNotAcknowledged' };
}

/** The units whose open tasks the person may report on; null among them = the community's own. */
export function taskOwners({ snapshot, actor }: Pick<Facts, 'snapshot' | 'actor'>): (SummonedUnit['departmentId'] | null)[] {
  const posts = whistlePostsActing('completeTask', actor, snapshot);
  const mine = new Set(posts.map(({ departmentId }) => departmentId));
  const open = snapshot.plan?.tasks.filter((task) => !snapshot.results[task.id]) ?? [];
  return [...new Set(open.map((task) => task.departmentId))].filter((id) => mine.has(id));
}

function firstOf<T>(units: readonly T[], guard: (unit: T) => Verdict): Verdict {
  let refusal: Verdict = { code: 'notYourUnit' };
  for (const unit of units) {
    refusal = guard(unit);
    if (refusal === null) return null;
  }
  return refusal;
}

function missing(pieces: ReturnType<typeof requirementsOf>): Verdict {
  const first = pieces.find(({ ok }) => !ok);
  return first ? { code: first.code, params: { have: first.have, need: first.need } } : null;
}

/** Whoever did or reported work, and everybody of a unit that did: they cannot accept it, whatever other post they hold. */
function didTheWork(snapshot: WhistleSnapshot, { userId, posts }: Actor): boolean {
  const units = new Set(activeUnits(snapshot).map(({ departmentId }) => departmentId));
  return snapshot.workerIds.includes(userId) || posts.some(({ departmentId }) => departmentId !== null && units.has(departmentId));
}

/**
 * Whoever blew or approved the whistle cannot rule on who must answer it (首次派遣的人不复核). In a street with one operator its deputy
 * rules, or the operator of the district, whose scope holds the street's; the ruling has a limit of its own that climbs to them.
 */
function blewIt({ blownById, approvedById }: WhistleSnapshot, { userId }: Actor): boolean {
  return userId === blownById || userId === approvedById;
}

function decidable(asked: { byId: string } | null, { userId }: Actor): Verdict {
  if (asked === null) return { code: 'nothingAsked' };
  return asked.byId === userId ? { code: 'ownRequest' } : null;
}

function extensionGuard({ snapshot, now, settings }: Facts): Verdict {
  if (snapshot.extensionAsked !== null) return { code: 'extensionPending' };
  if (snapshot.extensionCount >= settings.extensionsMax) return { code: 'extensionUsed', params: { max: settings.extensionsMax } };
  return snapshot.finishDue !== null && now > snapshot.finishDue.at ? { code: 'extensionLate' } : null;
}
