import type { Due, Limit } from '../calendar/calendar-schema.ts';
import { allow, refuse } from '../kernel/decision.ts';
import { DAY, MINUTE } from '../kernel/time.ts';
import type { CaseContext } from './case-context.ts';
import { postsActing } from './cases-policy.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { contactDueAfter } from './contact-due.ts';
import type { CaseDecision, DecideArgs } from './decide-intake.ts';
import { finishDueOf } from './finish-due.ts';
import { decidedBy, limitsOf } from './limits.ts';
import { reviewDays } from './preconditions.ts';

/** Row 10: when it happened, how and with what outcome; not before the dispatch (forms name whole minutes), not in the future. */
export function decideContact({ snapshot, input, context }: DecideArgs<'contact'>): CaseDecision {
  const earliest = snapshot.dispatchedAt ?? snapshot.reportedAt;
  if (input.contactAt > context.now || input.contactAt < earliest - (earliest % MINUTE)) return refuse('contactTimeInvalid');
  return allow({
    type: 'ApplicantContacted',
    payload: { way: input.way, outcome: input.outcome, note: input.note, contactAt: Math.max(input.contactAt, earliest) },
  });
}

/** Row 11, the request: in the unit of the allowed extension, not longer than it nor than the base limit. */
export function decideRequestExtension({ snapshot, input, context }: DecideArgs<'requestExtension'>): CaseDecision {
  const { extension, finish } = limitsOf(snapshot, context.category);
  if (extension === null) return refuse('extensionNotAllowed');
  if (!isWithin(input.limit, extension) || (finish.unit === input.limit.unit && !isWithin(input.limit, finish))) {
    return refuse('extensionTooLong');
  }
  return allow({
    type: 'ExtensionRequested',
    payload: { reason: input.reason, limit: input.limit, due: decidedBy({ snapshot, context }) },
  });
}

function isWithin(asked: Limit, most: Limit): boolean {
  return asked.unit === most.unit && asked.amount >= 1 && asked.amount <= most.amount;
}

/** Row 11, granted: the extension runs from the old due time, so deciding late costs the unit nothing. */
export function decideGrantExtension({ snapshot, context }: DecideArgs<'grantExtension'>): CaseDecision {
  if (snapshot.extensionAsked === null) return refuse('nothingAsked');
  if (snapshot.finishDue === null) return refuse('extensionNotAllowed');
  const { limit } = snapshot.extensionAsked;
  const { finishClock, finishDue } = snapshot;
  const extended = finishClock ? finishDueOf({ ...finishClock, extension: limit }, context.due) : context.due(limit, finishDue.at);
  return allow({ type: 'ExtensionGranted', payload: { finishDue: extended, extension: limit } });
}

/** Row 11, refused. */
export function decideRefuseExtension({ input }: DecideArgs<'refuseExtension'>): CaseDecision {
  return allow({ type: 'ExtensionRefused', payload: { reason: input.reason } });
}

/** Row 12, the request: an objective obstacle and a day of review within 30 days. */
export function decideRequestHold({ snapshot, input, context }: DecideArgs<'requestHold'>): CaseDecision {
  const { now, settings } = context;
  if (input.nextReviewAt <= now || input.nextReviewAt > now + settings.holdReviewMaxDays * DAY)
    return refuse('reviewDateInvalid', reviewDays(settings));
  const { obstacle, nextReviewAt } = input;
  return allow({ type: 'HoldRequested', payload: { obstacle, nextReviewAt, due: decidedBy({ snapshot, context }) } });
}

/** Row 12, approved: the clock stops now. */
export function decideApproveHold({ snapshot }: DecideArgs<'approveHold'>): CaseDecision {
  if (snapshot.holdAsked === null) return refuse('nothingAsked');
  return allow({ type: 'CaseHeld', payload: { nextReviewAt: snapshot.holdAsked.nextReviewAt } });
}

/** Row 12, refused. */
export function decideRefuseHold({ input }: DecideArgs<'refuseHold'>): CaseDecision {
  return allow({ type: 'HoldRefused', payload: { reason: input.reason } });
}

/** Row 12, back to work: the held time does not count (clock rule d). */
export function decideResume({ snapshot, context }: DecideArgs<'resume'>): CaseDecision {
  const heldMs = Math.max(0, context.now - (snapshot.heldAt ?? context.now));
  const contactDue = contactDueAfter(snapshot, snapshot.heldAt, context);
  return allow({ type: 'CaseResumed', payload: { heldMs, finishDue: dueAfterHold({ snapshot, heldMs, context }), contactDue } });
}

/** Without a clock (imported due times) the due time moves by the held time itself. */
function dueAfterHold({ snapshot, heldMs, context }: { snapshot: CaseSnapshot; heldMs: number; context: CaseContext }): Due | null {
  const { finishClock, finishDue } = snapshot;
  if (finishDue === null) return null;
  if (finishClock === null) return movedBy(finishDue, heldMs);
  return finishDueOf({ ...finishClock, holds: [...finishClock.holds, { from: context.now - heldMs, to: context.now }] }, context.due);
}

function movedBy({ at, halfAt, soonAt, ...rest }: Due, ms: number): Due {
  const marks = halfAt === undefined || soonAt === undefined ? {} : { halfAt: halfAt + ms, soonAt: soonAt + ms };
  return { ...rest, at: at + ms, ...marks };
}

/** Row 13, the part of a support unit: done, or the reasons and a stage report (Art. 14). */
export function decideRecordSupportResult({ snapshot, input, actor }: DecideArgs<'recordSupportResult'>): CaseDecision {
  const isSupport = snapshot.supportUnits.some((unit) => unit.departmentId === input.unitId);
  const isTheirs = postsActing({ action: 'recordSupportResult', actor, snapshot }).some((post) => post.departmentId === input.unitId);
  if (!isSupport || !isTheirs) return refuse('notSupportUnit');
  return allow({ type: 'SupportResultRecorded', payload: { unitId: input.unitId, done: input.done, text: input.text } });
}

/** Row 13: result, after photo where the category asks for one, linked whistle cleared. */
export function decideSubmitFeedback({ snapshot, input, context }: DecideArgs<'submitFeedback'>): CaseDecision {
  const { category, now } = context;
  if (category.photoRequired.feedback && input.photoIds.length === 0) return refuse('afterPhotoMissing');
  if (context.openWhistles > 0) return refuse('whistleOpen', { count: context.openWhistles });
  return allow({
    type: 'FeedbackSubmitted',
    payload: {
      result: input.result,
      photoIds: input.photoIds,
      costFen: input.costFen,
      inspectionDue: context.due(limitsOf(snapshot, category).inspection, now),
    },
  });
}
