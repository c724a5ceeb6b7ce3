import { hasRole } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';
import type { Refusal } from '../kernel/decision.ts';
import { DAY, type Instant } from '../kernel/time.ts';
import type { CaseSettings } from './case-settings.ts';
import type { CaseAction } from './cases-actions.ts';
import { postsActing } from './cases-policy.ts';
import type { CaseRefusalCode } from './cases-refusals.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { ownUnitGuard } from './own-unit-guard.ts';
import { openSupervision } from './supervision.ts';

type Facts = { snapshot: CaseSnapshot; actor: Actor; now: Instant; settings: CaseSettings };
type Verdict = Refusal<CaseRefusalCode> | null;

/**
 * Guards of lifecycles D1 that need no input: what the snapshot, the person and the clock already tell. Buttons ask them
 * before showing an action, `decideCase` asks them again; the guards on the input stand in the `decide-*.ts` files.
 */
export function precondition(action: CaseAction, facts: Facts): Verdict {
  return stepGuard(action, facts) ?? ownUnitGuard(action, facts);
}

function stepGuard(action: CaseAction, facts: Facts): Verdict {
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
      return snapshot.barredReviewerIds.includes(actor.userId) ? { code: 'reviewerDispatched' } : null;
    case 'contact':
      return snapshot.hasApplicant ? null : { code: 'noApplicant' };
    case 'requestExtension':
      return extensionGuard(facts);
    case 'grantExtension':
    case 'refuseExtension':
      return decidable(snapshot.extensionAsked, actor);
    case 'requestHold':
      return holdGuard(facts);
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
      return snapshot.voidAsked === null ? refusedTooOften(snapshot.voidRefusedCount, settings) : { code: 'voidPending' };
    case 'approveVoid':
    case 'refuseVoid':
      return decidable(snapshot.voidAsked, actor);
    case 'supervise':
      return superviseGuard(facts);
    case 'acknowledgeSupervision':
      return answerGuard(action, facts) ?? (openSupervision(snapshot)?.state === 'issued' ? null : { code: 'supervisionReceived' });
    case 'replySupervision':
      return answerGuard(action, facts) ?? replyGuard(facts);
    case 'closeSupervision':
    case 'returnSupervision':
      return judgeGuard(action, facts);
    default:
      return null;
  }
}

/** Figures of the label of `reviewDateInvalid`. */
export function reviewDays(settings: CaseSettings): { days: number } {
  return { days: settings.holdReviewMaxDays };
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
  if (now > snapshot.finishDue.at) return { code: 'extensionLate' };
  return refusedTooOften(snapshot.extensionRefusedCount, settings);
}

function holdGuard({ snapshot, settings }: Facts): Verdict {
  if (snapshot.holdAsked !== null) return { code: 'holdPending' };
  if (snapshot.holdCount >= settings.holdsMax) return { code: 'holdsUsed', params: { max: settings.holdsMax } };
  return refusedTooOften(snapshot.holdRefusedCount, settings);
}

function refusedTooOften(refused: number, { refusalsMax }: CaseSettings): Verdict {
  return refused >= refusalsMax ? { code: 'refusedTooOften', params: { max: refusalsMax } } : null;
}

function reopenGuard({ snapshot, actor, now, settings }: Facts): Verdict {
  if (snapshot.closedAt !== null && now > snapshot.closedAt + settings.reopenWithinDays * DAY) {
    return { code: 'reopenLate', params: { days: settings.reopenWithinDays } };
  }
  if (hasRole(actor, 'system') && snapshot.reopenedAutomatically) return { code: 'reopenedAlready' };
  const { callback } = snapshot;
  const satisfied = callback !== null && callback.solved !== 'no' && (callback.rating === null || callback.rating > 2);
  return satisfied ? { code: 'reopenGroundMissing' } : null;
}

/** Something above the open level must be left for this person: the final one is the street's. */
function superviseGuard({ snapshot, actor, settings }: Facts): Verdict {
  const { normal, urgent, final } = snapshot.supervisionCounts;
  if (normal + urgent + final >= settings.supervisionsMax) return { code: 'supervisionsUsed', params: { max: settings.supervisionsMax } };
  const level = openSupervision(snapshot)?.level;
  if (level === 'final') return { code: 'supervisionLevelUsed' };
  if (level !== 'urgent') return null;
  return hasRole({ posts: postsActing({ action: 'supervise', actor, snapshot }) }, 'streetOperator')
    ? null
    : { code: 'supervisionFinalByStreet' };
}

/** The lead unit answers, or the community's people while no unit leads; never whoever asks. */
function answerGuard(action: 'acknowledgeSupervision' | 'replySupervision', { snapshot, actor }: Facts): Verdict {
  const open = openSupervision(snapshot);
  if (open === null) return { code: 'notSupervised' };
  const inUnit = hasRole({ posts: postsActing({ action, actor, snapshot }) }, 'departmentHandler', 'departmentLead');
  if (inUnit !== (snapshot.leadUnitId !== null)) return { code: 'supervisionForOthers' };
  return open.byId === actor.userId ? { code: 'ownSupervision' } : null;
}

function replyGuard({ snapshot }: Facts): Verdict {
  const open = openSupervision(snapshot);
  if (open?.state === 'received') return null;
  return { code: open?.state === 'replied' ? 'supervisionReplied' : 'supervisionNotReceived' };
}

/** Whoever issued it judges the reply, or the street above; nobody judges an own reply. */
function judgeGuard(action: 'closeSupervision' | 'returnSupervision', { snapshot, actor }: Facts): Verdict {
  const open = openSupervision(snapshot);
  if (open === null) return { code: 'notSupervised' };
  if (open.reply === null) return { code: 'supervisionUnanswered' };
  if (open.reply.byId === actor.userId) return { code: 'ownReply' };
  const street = hasRole({ posts: postsActing({ action, actor, snapshot }) }, 'streetOperator');
  return open.byId === actor.userId || street ? null : { code: 'supervisionOfOthers' };
}
