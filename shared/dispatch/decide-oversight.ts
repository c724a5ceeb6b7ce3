import { supervisionLevels } from '../cases/cases-schema.ts';
import { allow, refuse } from '../kernel/decision.ts';
import { DAY } from '../kernel/time.ts';
import type { DecideWhistleArgs, WhistleDecision } from './decide-blowing.ts';
import { partiesOf } from './whistle-policy.ts';

/** More time for the plan: asked by the lead before it ends, decided by the street, as often and as long as the setting allows. */
export function decideRequestWhistleExtension({ input, snapshot, context }: DecideWhistleArgs<'requestExtension'>): WhistleDecision {
  const { finishDue } = snapshot;
  const max = context.settings.extensionMaxDays;
  if (finishDue !== null && context.due(input.limit, finishDue.at).at - finishDue.at > max * DAY)
    return refuse('extensionTooLong', { days: max });
  return allow({ type: 'WhistleExtensionRequested', payload: { reason: input.reason, limit: input.limit } });
}

export function decideGrantWhistleExtension({ snapshot, context }: DecideWhistleArgs<'grantExtension'>): WhistleDecision {
  const { extensionAsked, finishDue, finishFrom, holds } = snapshot;
  if (extensionAsked === null || finishDue === null) return refuse('nothingAsked');
  const extended = context.due(extensionAsked.limit, finishDue.at);
  return allow({ type: 'WhistleExtensionGranted', payload: { finishDue: context.marked(extended, finishFrom ?? context.now, holds) } });
}

export function decideRefuseWhistleExtension({ input }: DecideWhistleArgs<'refuseExtension'>): WhistleDecision {
  return allow({ type: 'WhistleExtensionRefused', payload: { reason: input.reason } });
}

/** 挂账 for an objective obstacle, with a day of review; the plan's clock stands still. */
export function decideRequestWhistleHold({ input, context }: DecideWhistleArgs<'requestHold'>): WhistleDecision {
  const days = context.settings.holdReviewMaxDays;
  const { now } = context;
  if (input.nextReviewAt <= now || input.nextReviewAt > now + days * DAY) return refuse('reviewDateInvalid', { days });
  return allow({ type: 'WhistleHoldRequested', payload: { obstacle: input.obstacle, nextReviewAt: input.nextReviewAt } });
}

export function decideApproveWhistleHold({ snapshot }: DecideWhistleArgs<'approveHold'>): WhistleDecision {
  if (snapshot.holdAsked === null) return refuse('nothingAsked');
  return allow({ type: 'WhistleHeld', payload: { nextReviewAt: snapshot.holdAsked.nextReviewAt } });
}

export function decideRefuseWhistleHold({ input }: DecideWhistleArgs<'refuseHold'>): WhistleDecision {
  return allow({ type: 'WhistleHoldRefused', payload: { reason: input.reason } });
}

/** The plan's end moves by the working time that passed while held; an end that was over already stays where it was. */
export function decideResumeWhistle({ snapshot, context }: DecideWhistleArgs<'resume'>): WhistleDecision {
  const { heldAt, finishDue, finishFrom, holds } = snapshot;
  const { now } = context;
  const heldMs = heldAt === null ? 0 : now - heldAt;
  const hold = { from: heldAt ?? now, to: now };
  const moved =
    finishDue === null || hold.from >= finishDue.at
      ? finishDue
      : context.marked(context.shift(finishDue, hold), finishFrom ?? now, [...holds, hold]);
  return allow({ type: 'WhistleResumed', payload: { heldMs, finishDue: moved } });
}

/** 督办: normal, urgent, final, each stronger than the one before; the legal due time stays. */
export function decideSuperviseWhistle({ input, snapshot, context }: DecideWhistleArgs<'supervise'>): WhistleDecision {
  if (!partiesOf(snapshot).some(({ departmentId }) => departmentId === input.unitId)) return refuse('unitUnknown');
  if (input.until <= context.now) return refuse('dateInPast');
  const open = snapshot.supervision?.reply === null ? snapshot.supervision : null;
  const weight = (level: (typeof supervisionLevels)[number]) => supervisionLevels.indexOf(level);
  if (open && open.departmentId === input.unitId && weight(input.level) <= weight(open.level)) return refuse('supervisionNotStronger');
  const { unitId, level, until, note } = input;
  return allow({ type: 'WhistleSupervised', payload: { unitId, level, until, note } });
}

export function decideReceiveSupervision(): WhistleDecision {
  return allow({ type: 'SupervisionReceived', payload: {} });
}

export function decideReplySupervision({ input }: DecideWhistleArgs<'replySupervision'>): WhistleDecision {
  return allow({ type: 'SupervisionReplied', payload: { text: input.text } });
}

/** Voiding, the request; a second person decides. */
export function decideRequestWhistleVoid({ input }: DecideWhistleArgs<'requestVoid'>): WhistleDecision {
  return allow({ type: 'WhistleVoidRequested', payload: { reason: input.reason, note: input.note } });
}

export function decideApproveWhistleVoid(): WhistleDecision {
  return allow({ type: 'WhistleVoided', payload: {} });
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
