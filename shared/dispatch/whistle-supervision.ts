import { type SupervisionLevel, supervisionLevels } from '../cases/cases-schema.ts';
import { mayIssue } from '../cases/supervision.ts';
import { hasRole } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';
import { ownInterest } from '../identity/own-interest.ts';
import type { Refusal } from '../kernel/decision.ts';
import type { NewWhistleEvent } from './whistle-events.ts';
import { whistlePostsActing } from './whistle-policy.ts';
import type { WhistleRefusalCode } from './whistle-refusals.ts';
import { activeUnits, supervisionOpen } from './whistle-requirements.ts';
import type { ClosedBecause, SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';

/** 督办 of one unit in one whistle, all levels together. */
export const SUPERVISIONS_MAX = 6;

/** Orders (督办) of these units that end although nobody judged a reply: settled with what ended them, for the history to say so. */
export function ordersClosed(units: readonly SummonedUnit[], because: ClosedBecause): NewWhistleEvent[] {
  const open = units.filter(({ supervision }) => supervisionOpen(supervision));
  return open.map(({ departmentId: unitId }) => ({ type: 'SupervisionClosed', payload: { unitId, note: '', because } }));
}

type Facts = { snapshot: WhistleSnapshot; actor: Actor };
type Verdict = Refusal<WhistleRefusalCode> | null;

/** Whether this level may go to the unit now: the same ladder as for cases, the final one by the street alone, none by the unit's own people. */
export function issueGuard(unit: SummonedUnit, level: SupervisionLevel, { snapshot, actor }: Facts): Verdict {
  if (ownInterest(actor, unit.departmentId)) return { code: 'ownInterest' };
  if (unit.supervisionCount >= SUPERVISIONS_MAX) return { code: 'supervisionsUsed', params: { max: SUPERVISIONS_MAX } };
  const street = hasRole({ posts: whistlePostsActing('supervise', actor, snapshot) }, 'streetOperator');
  if (level === 'final' && !street) return { code: 'supervisionFinalByStreet' };
  const open = supervisionOpen(unit.supervision) ? unit.supervision : null;
  if (mayIssue(open, level)) return null;
  return { code: open === null ? 'supervisionFinalFirst' : 'supervisionNotStronger' };
}

/** Whether any level may go to the unit. */
export function unitIssueGuard(unit: SummonedUnit, facts: Facts): Verdict {
  const verdicts = supervisionLevels.map((level) => issueGuard(unit, level, facts));
  return verdicts.includes(null) ? null : (verdicts[0] ?? null);
}

/** Whether any level may go to any unit. */
export function superviseGuard(facts: Facts): Verdict {
  const verdicts = activeUnits(facts.snapshot).map((unit) => unitIssueGuard(unit, facts));
  return verdicts.includes(null) ? null : (verdicts[0] ?? null);
}

/** The unit signs for it, then answers; a late answer is still an answer. Nobody who has joined the unit since answers an order of their own. */
export function answerGuard(action: 'receiveSupervision' | 'replySupervision', { supervision }: SummonedUnit, actor: Actor): Verdict {
  if (supervision === null || !supervisionOpen(supervision)) return { code: 'supervisionNone' };
  if (supervision.byId === actor.userId) return { code: 'ownSupervision' };
  if (action === 'receiveSupervision') return supervision.receivedAt === null ? null : { code: 'supervisionReceived' };
  if (supervision.receivedAt === null) return { code: 'supervisionNotReceived' };
  return supervision.reply === null ? null : { code: 'supervisionReplied' };
}

/** Whoever issued it judges the reply, or the street; nobody judges a reply of their own or of their unit. */
export function judgeGuard(action: 'closeSupervision' | 'returnSupervision', unit: SummonedUnit, { snapshot, actor }: Facts): Verdict {
  const { supervision } = unit;
  if (supervision === null || !supervisionOpen(supervision)) return { code: 'supervisionNone' };
  if (supervision.reply === null) return { code: 'supervisionUnanswered' };
  if (supervision.reply.byId === actor.userId || ownInterest(actor, unit.departmentId)) return { code: 'ownReply' };
  const street = hasRole({ posts: whistlePostsActing(action, actor, snapshot) }, 'streetOperator');
  return supervision.byId === actor.userId || street ? null : { code: 'supervisionOfOthers' };
}
