import { hasRole } from '../identity/actor-policy.ts';
import { allow, refuse } from '../kernel/decision.ts';
import { HORIZON_YEARS, isBeyond } from '../kernel/horizon.ts';
import { postsActing } from './cases-policy.ts';
import type { CaseDecision, DecideArgs } from './decide-intake.ts';
import { decidedBy } from './limits.ts';
import { mayIssue, openSupervision } from './supervision.ts';

/**
 * Row 19: each level once and upwards while one is open, the final one by the street alone. The new date is a promise to the
 * superior; the legal due time stays. It goes to the unit that leads the case, or to the community's people while none does.
 */
export function decideSupervise({ snapshot, input, actor, context }: DecideArgs<'supervise'>): CaseDecision {
  const { level, until, recipient, note } = input;
  if (until <= context.now) return refuse('dateInPast');
  if (isBeyond(until, context.now, HORIZON_YEARS)) return refuse('dateTooFar', { years: HORIZON_YEARS });
  const street = hasRole({ posts: postsActing({ action: 'supervise', actor, snapshot }) }, 'streetOperator');
  if (level === 'final' && !street) return refuse('supervisionFinalByStreet');
  const open = openSupervision(snapshot);
  if (!mayIssue(open, level)) return refuse(open === null ? 'supervisionFinalFirst' : 'supervisionLevelUsed');
  return allow({ type: 'SupervisionIssued', payload: { level, until, recipient, note, departmentId: snapshot.leadUnitId } });
}

/** Row 19, signed for by whoever has the case. */
export function decideAcknowledgeSupervision(): CaseDecision {
  return allow({ type: 'SupervisionReceived', payload: {} });
}

/** Row 19, answered. A late answer is still an answer: it is counted as late, nothing gets stuck. */
export function decideReplySupervision({ snapshot, input, context }: DecideArgs<'replySupervision'>): CaseDecision {
  const until = openSupervision(snapshot)?.until ?? context.now;
  const due = decidedBy({ snapshot, context });
  return allow({ type: 'SupervisionReplied', payload: { text: input.text, photoIds: input.photoIds, late: context.now > until, due } });
}

/** Row 19, the reply is enough. */
export function decideCloseSupervision({ input }: DecideArgs<'closeSupervision'>): CaseDecision {
  return allow({ type: 'SupervisionClosed', payload: { note: input.note } });
}

/** Row 19, the reply is not enough: given back with what is missing, and answered once more. */
export function decideReturnSupervision({ input }: DecideArgs<'returnSupervision'>): CaseDecision {
  return allow({ type: 'SupervisionReturned', payload: { reason: input.reason } });
}
