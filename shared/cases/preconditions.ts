import { hasRole } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';
import type { Refusal } from '../kernel/decision.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseSettings } from './case-context.ts';
import type { CaseAction } from './cases-actions.ts';
import type { CaseRefusalCode } from './cases-refusals.ts';
import type { CaseSnapshot } from './cases-schema.ts';

type Facts = { snapshot: CaseSnapshot; actor: Actor; now: Instant; settings: CaseSettings };
type Verdict = Refusal<CaseRefusalCode> | null;

/**
 * Guards of lifecycles D1 that need no input: what the snapshot, the person and the clock already tell. Buttons ask them
 * before showing an action, `decideCase` asks them again; the guards on the input stand in the `decide-*.ts` files.
 */
export function precondition(action: CaseAction, facts: Facts): Verdict {
  const { snapshot, actor, now, settings } = facts;
  switch (action) {
    case 'requestVerification':
      if (snapshot.source === 'gridWorker') return { code: 'verificationNotNeeded' };
      return snapshot.verifiedTrue === true ? { code: 'alreadyVerified' } : null;
    case 'answerVerification':
      return snapshot.reporterId === actor.userId ? { code: 'verifyOwnReport' } : null;
    case 'object':
      return objectionGuard(facts);
    case 'upholdObjection':
    case 'overruleObjection':
      return snapshot.firstDispatcherId === actor.userId ? { code: 'reviewerDispatched' } : null;
    case 'contact':
      return snapshot.hasApplicant ? null : { code: 'noApplicant' };
    case 'requestExtension':
      return extensionGuard(facts);
    case 'grantExtension':
    case 'refuseExtension':
      return decidable(snapshot.extensionAsked, actor);
    case 'requestHold':
      return snapshot.holdAsked === null ? null : { code: 'holdPending' };
    case 'approveHold':
      return (
        decidable(snapshot.holdAsked, actor) ??
        ((snapshot.holdAsked?.nextReviewAt ?? 0) <= now ? { code: 'reviewDateInvalid', params: reviewDays(settings) } : null)
      );
    case 'refuseHold':
      return decidable(snapshot.holdAsked, actor);
    case 'submitFeedback': {
      const silent = snapshot.supportUnits.filter((unit) => unit.result === null).length;
      return silent === 0 ? null : { code: 'supportsMissing', params: { count: silent } };
    }
    case 'inspectPass':
    case 'inspectFail':
      return snapshot.handlerIds.includes(actor.userId) ? { code: 'handlerMayNotInspect' } : null;
    case 'tryCallback':
      if (!snapshot.hasApplicant) return { code: 'noApplicant' };
      return snapshot.unreachable ? { code: 'alreadyUnreachable' } : null;
    case 'recordCallback':
      return snapshot.hasApplicant ? null : { code: 'noApplicant' };
    case 'markUnreachable':
      if (!snapshot.hasApplicant) return { code: 'noApplicant' };
      if (snapshot.unreachable) return { code: 'alreadyUnreachable' };
      return snapshot.callbackTries >= settings.callbackTries
        ? null
        : { code: 'tooFewTries', params: { tries: snapshot.callbackTries, needed: settings.callbackTries } };
    case 'reopen':
      return reopenGuard(facts);
    case 'requestVoid':
      return snapshot.voidAsked === null ? null : { code: 'voidPending' };
    case 'approveVoid':
    case 'refuseVoid':
      return decidable(snapshot.voidAsked, actor);
    default:
      return null;
  }
}

/** Figures of the label of `reviewDateInvalid`. */
export function reviewDays(settings: CaseSettings): { days: number } {
  return { days: Math.floor(settings.holdReviewMaxMs / 86_400_000) };
}

/** A request can be decided when there is one, and by somebody else than who asked. */
function decidable(asked: { byId: string } | null, actor: Actor): Verdict {
  if (asked === null) return { code: 'nothingAsked' };
  return asked.byId === actor.userId ? { code: 'ownRequest' } : null;
}

function objectionGuard({ snapshot, now }: Facts): Verdict {
  const { leadUnitId, objectionDue } = snapshot;
  if (leadUnitId !== null && snapshot.objectedUnitIds.includes(leadUnitId)) return { code: 'alreadyObjected' };
  if (snapshot.leadLocked) return { code: 'leadLocked' };
  return objectionDue !== null && now > objectionDue.at ? { code: 'objectionLate' } : null;
}

function extensionGuard({ snapshot, now, settings }: Facts): Verdict {
  if (snapshot.limits === null || snapshot.limits.extension === null || snapshot.finishDue === null) return { code: 'extensionNotAllowed' };
  if (snapshot.extensionCount >= settings.extensionsMax) return { code: 'extensionUsed', params: { max: settings.extensionsMax } };
  if (snapshot.extensionAsked !== null) return { code: 'extensionPending' };
  return now > snapshot.finishDue.at ? { code: 'extensionLate' } : null;
}

function reopenGuard({ snapshot, actor, now, settings }: Facts): Verdict {
  if (snapshot.closedAt !== null && now > snapshot.closedAt + settings.reopenWithinMs) {
    return { code: 'reopenLate', params: { days: Math.floor(settings.reopenWithinMs / 86_400_000) } };
  }
  if (hasRole(actor, 'system') && snapshot.reopenedAutomatically) return { code: 'reopenedAlready' };
  const { callback } = snapshot;
  const satisfied = callback !== null && callback.solved !== 'no' && (callback.rating === null || callback.rating > 2);
  return satisfied ? { code: 'reopenGroundMissing' } : null;
}
