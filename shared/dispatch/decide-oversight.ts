import type { Due } from '../calendar/calendar-schema.ts';
import { leastSpan } from '../calendar/limit-span.ts';
import { hasRole } from '../identity/actor-policy.ts';
import { allow, refuse } from '../kernel/decision.ts';
import { HORIZON_YEARS, isBeyond } from '../kernel/horizon.ts';
import { DAY } from '../kernel/time.ts';
import type { DecideWhistleArgs, WhistleDecision, WhistleRefused } from './decide-blowing.ts';
import { ownUnit } from './own-unit.ts';
import { endMover, movedTasks } from './plan-ends.ts';
import type { WhistleContext } from './whistle-context.ts';
import type { NewWhistleEvent } from './whistle-events.ts';
import { limitsOfType } from './whistle-limits.ts';
import { whistlePostsActing } from './whistle-policy.ts';
import { activeUnits } from './whistle-requirements.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import { issueGuard, judgeGuard, ordersClosed } from './whistle-supervision.ts';

/** Whoever is asked, or judges a reply, has as long as for the ruling on an objection. */
function rulingDue(snapshot: WhistleSnapshot, { settings, due, now }: WhistleContext): Due {
  const { ruling } = snapshot.limits ?? limitsOfType(settings.limits, snapshot.whistleType);
  return due(ruling, now);
}

/** More time for the plan: asked by the lead before it ends, decided by the street, as often and as long as the setting allows. */
export function decideRequestWhistleExtension({ input, snapshot, context }: DecideWhistleArgs<'requestExtension'>): WhistleDecision {
  const { finishDue } = snapshot;
  const max = context.settings.extensionMaxDays;
  if (finishDue !== null && (leastSpan(input.limit) > max * DAY || context.due(input.limit, finishDue.at).at - finishDue.at > max * DAY))
    return refuse('extensionTooLong', { days: max });
  const { reason, limit } = input;
  return allow({ type: 'WhistleExtensionRequested', payload: { reason, limit, due: rulingDue(snapshot, context) } });
}

export function decideGrantWhistleExtension({ snapshot, context }: DecideWhistleArgs<'grantExtension'>): WhistleDecision {
  const { extensionAsked, finishDue, finishFrom } = snapshot;
  if (extensionAsked === null || finishDue === null) return refuse('nothingAsked');
  const { limit } = extensionAsked;
  const moved = endMover({ kind: 'extension', at: context.now, limit }, snapshot, context);
  const payload = { finishDue: moved(finishDue, finishFrom ?? context.now), ...movedTasks(snapshot, moved) };
  return allow({ type: 'WhistleExtensionGranted', payload });
}

export function decideRefuseWhistleExtension({ input }: DecideWhistleArgs<'refuseExtension'>): WhistleDecision {
  return allow({ type: 'WhistleExtensionRefused', payload: { reason: input.reason } });
}

/** 挂账 for an objective obstacle, with a day of review; the plan's clock stands still. */
export function decideRequestWhistleHold({ input, snapshot, context }: DecideWhistleArgs<'requestHold'>): WhistleDecision {
  const days = context.settings.holdReviewMaxDays;
  const { now } = context;
  if (input.nextReviewAt <= now || input.nextReviewAt > now + days * DAY) return refuse('reviewDateInvalid', { days });
  const { obstacle, nextReviewAt } = input;
  return allow({ type: 'WhistleHoldRequested', payload: { obstacle, nextReviewAt, due: rulingDue(snapshot, context) } });
}

export function decideApproveWhistleHold({ snapshot }: DecideWhistleArgs<'approveHold'>): WhistleDecision {
  if (snapshot.holdAsked === null) return refuse('nothingAsked');
  return allow({ type: 'WhistleHeld', payload: { nextReviewAt: snapshot.holdAsked.nextReviewAt } });
}

export function decideRefuseWhistleHold({ input }: DecideWhistleArgs<'refuseHold'>): WhistleDecision {
  return allow({ type: 'WhistleHoldRefused', payload: { reason: input.reason } });
}

/** The plan's end and those of its open tasks move by the working time that passed while held; one that was over already stays. */
export function decideResumeWhistle({ snapshot, context }: DecideWhistleArgs<'resume'>): WhistleDecision {
  const { now } = context;
  const { heldAt, finishDue, finishFrom } = snapshot;
  const heldMs = heldAt === null ? 0 : now - heldAt;
  const hold = { from: heldAt ?? now, to: now };
  const moved = endMover({ kind: 'hold', at: now, hold, startedAt: finishFrom ?? hold.from }, snapshot, context);
  const payload = { heldMs, finishDue: finishDue && moved(finishDue, finishFrom ?? now), ...movedTasks(snapshot, moved) };
  return allow({ type: 'WhistleResumed', payload });
}

/** 督办 of one unit: normal, urgent, final, each stronger than the one before while that is open; the legal due time stays. */
export function decideSuperviseWhistle({ input, snapshot, actor, context }: DecideWhistleArgs<'supervise'>): WhistleDecision {
  const { unitId, level, until, note } = input;
  const unit = activeUnits(snapshot).find(({ departmentId }) => departmentId === unitId);
  if (!unit) return refuse('unitUnknown');
  if (until <= context.now) return refuse('dateInPast');
  if (isBeyond(until, context.now, HORIZON_YEARS)) return refuse('dateTooFar', { years: HORIZON_YEARS });
  const refusal = issueGuard(unit, level, { snapshot, actor });
  if (refusal !== null) return { ok: false, refusal };
  return allow({ type: 'WhistleSupervised', payload: { unitId, level, until, note } });
}

export function decideReceiveSupervision({ input, ...args }: DecideWhistleArgs<'receiveSupervision'>): WhistleDecision {
  const found = ownUnit('receiveSupervision', args, input.unitId);
  return found.ok ? allow({ type: 'SupervisionReceived', payload: { unitId: input.unitId } }) : found;
}

/** A late answer is still an answer: it is counted as late, nothing gets stuck. */
export function decideReplySupervision({ input, ...args }: DecideWhistleArgs<'replySupervision'>): WhistleDecision {
  const { unitId, text } = input;
  const found = ownUnit('replySupervision', args, unitId);
  if (!found.ok) return found;
  const late = args.context.now > (found.unit.supervision?.until ?? args.context.now);
  return allow({ type: 'SupervisionReplied', payload: { unitId, text, late, due: rulingDue(args.snapshot, args.context) } });
}

type JudgeArgs = DecideWhistleArgs<'closeSupervision'> | DecideWhistleArgs<'returnSupervision'>;

function judged(action: 'closeSupervision' | 'returnSupervision', { snapshot, actor, input }: JudgeArgs): WhistleRefused | null {
  const unit = activeUnits(snapshot).find(({ departmentId }) => departmentId === input.unitId);
  if (!unit) return refuse('unitUnknown');
  const refusal = judgeGuard(action, unit, { snapshot, actor });
  return refusal === null ? null : { ok: false, refusal };
}

/** The reply is enough. */
export function decideCloseSupervision(args: DecideWhistleArgs<'closeSupervision'>): WhistleDecision {
  const { unitId, note } = args.input;
  return judged('closeSupervision', args) ?? allow({ type: 'SupervisionClosed', payload: { unitId, note } });
}

/** The reply is not enough: given back with what is missing, and answered once more. */
export function decideReturnSupervision(args: DecideWhistleArgs<'returnSupervision'>): WhistleDecision {
  const { unitId, reason } = args.input;
  return judged('returnSupervision', args) ?? allow({ type: 'SupervisionReturned', payload: { unitId, reason } });
}

/** Voiding, the request; a second person decides: the street, or the community about what its street asks. */
export function decideRequestWhistleVoid({ input, snapshot, actor, context }: DecideWhistleArgs<'requestVoid'>): WhistleDecision {
  const asking = { posts: whistlePostsActing('requestVoid', actor, snapshot) };
  const judge = hasRole(asking, 'streetOperator') && snapshot.communityId !== null ? 'community' : 'street';
  const { reason, note } = input;
  return allow({ type: 'WhistleVoidRequested', payload: { reason, note, judge, due: rulingDue(snapshot, context) } });
}

export function decideApproveWhistleVoid({ snapshot }: Pick<DecideWhistleArgs<'approveVoid'>, 'snapshot'>): WhistleDecision {
  return allow<NewWhistleEvent>(...ordersClosed(activeUnits(snapshot), 'voided'), { type: 'WhistleVoided', payload: {} });
}

export function decideRefuseWhistleVoid({ input }: DecideWhistleArgs<'refuseVoid'>): WhistleDecision {
  return allow({ type: 'WhistleVoidRefused', payload: { reason: input.reason } });
}

/** A unit stayed silent past its limit: first the street, then the district (街道办事处条例 Art. 44). */
export function decideEscalate({ input }: DecideWhistleArgs<'escalate'>): WhistleDecision {
  return allow({ type: 'WhistleEscalated', payload: { limit: input.limit, unitId: input.unitId, to: input.to } });
}

export function decideAddWhistleNote({ input }: DecideWhistleArgs<'addNote'>): WhistleDecision {
  return allow({ type: 'WhistleNoteAdded', payload: { note: input.note, photoIds: input.photoIds } });
}
