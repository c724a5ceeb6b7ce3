import type { Due } from '../calendar/calendar-schema.ts';
import { hasRole } from '../identity/actor-policy.ts';
import { allow, type Refusal, refuse } from '../kernel/decision.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseInput } from './cases-actions.ts';
import { postsActing } from './cases-policy.ts';
import type { CaseRefusalCode } from './cases-refusals.ts';
import type { CaseSnapshot, FinishClock } from './cases-schema.ts';
import type { CaseDecision, DecideArgs } from './decide-intake.ts';
import { limitsOf, shareOf } from './limits.ts';

/** Row 14: on site within the radius, or a document for a matter that has no site. */
export function decideInspectPass({ snapshot, input, context }: DecideArgs<'inspectPass'>): CaseDecision {
  const missing = missingEvidence({ snapshot, input, context });
  if (missing !== null) return { ok: false, refusal: missing };
  const callbackDue = snapshot.hasApplicant ? context.due(limitsOf(snapshot, context.category).callback, context.now) : null;
  return allow({
    type: 'CaseClosed',
    payload: { note: input.note, photoIds: input.photoIds, documentIds: input.documentIds, distanceM: context.distanceM, callbackDue },
  });
}

/** Row 15: same evidence and a reason; the unit gets half of the base limit when the old due time is nearer than that. */
export function decideInspectFail({ snapshot, input, context }: DecideArgs<'inspectFail'>): CaseDecision {
  const missing = missingEvidence({ snapshot, input, context });
  if (missing !== null) return { ok: false, refusal: missing };
  return allow({
    type: 'InspectionFailed',
    payload: {
      reason: input.reason,
      photoIds: input.photoIds,
      documentIds: input.documentIds,
      distanceM: context.distanceM,
      ...reworkDue(snapshot, context),
    },
  });
}

type Evidence = { snapshot: CaseSnapshot; input: Pick<CaseInput<'inspectPass'>, 'photoIds' | 'documentIds'>; context: CaseContext };

/** A case without a point cannot be measured: there the photo alone speaks. */
function missingEvidence({ snapshot, input, context }: Evidence): Refusal<CaseRefusalCode> | null {
  const { category, distanceM, settings } = context;
  if (!category.physical) {
    const files = input.photoIds.length + input.documentIds.length;
    return category.photoRequired.inspection && files === 0 ? { code: 'documentMissing' } : null;
  }
  if ((category.photoRequired.inspection || snapshot.point === null) && input.photoIds.length === 0) return { code: 'photoMissing' };
  if (snapshot.point === null) return null;
  if (distanceM === null) return { code: 'positionMissing' };
  if (distanceM <= settings.inspectionRadiusM) return null;
  return { code: 'tooFar', params: { distance: Math.round(distanceM), radius: settings.inspectionRadiusM } };
}

/** new due = max(old due, now + share of the base limit); null clock = the old due time stays. */
function reworkDue(snapshot: CaseSnapshot, context: CaseContext): { finishDue: Due; finishClock: FinishClock | null } {
  const finishClock = {
    limit: shareOf(limitsOf(snapshot, context.category).finish, context.settings.reworkPercent / 100),
    from: context.now,
  };
  const finishDue = context.due(finishClock.limit, finishClock.from);
  if (snapshot.finishDue !== null && snapshot.finishDue.at >= finishDue.at) return { finishDue: snapshot.finishDue, finishClock: null };
  return { finishDue, finishClock };
}

/** Row 16, an attempt that did not reach anybody. */
export function decideTryCallback({ input }: DecideArgs<'tryCallback'>): CaseDecision {
  return allow({ type: 'CallbackTried', payload: { way: input.way } });
}

/** Row 16: the officer asks, or the applicant rates. */
export function decideRecordCallback({ snapshot, input, actor }: DecideArgs<'recordCallback'>): CaseDecision {
  const by = snapshot.applicantId === actor.userId ? 'resident' : 'officer';
  return allow({ type: 'CallbackRecorded', payload: { solved: input.solved, rating: input.rating, note: input.note, by } });
}

/** Row 16, after enough tries. The applicant may still rate later. */
export function decideMarkUnreachable(): CaseDecision {
  return allow({ type: 'CallbackUnreachable', payload: {} });
}

/**
 * Row 17: `notSolved` needs a callback that says so; `complaintVerified` a rating of 2 or less, or, while nobody has answered the
 * callback, a complaint that reached the officer another way. The system acts on `notSolved` only, and once.
 */
export function decideReopen({ snapshot, input, actor, context }: DecideArgs<'reopen'>): CaseDecision {
  const officer = hasRole({ posts: postsActing({ action: 'reopen', actor, snapshot }) }, 'callbackOfficer');
  const { callback } = snapshot;
  const notSolved = callback?.solved === 'no';
  const complaint = officer && (callback === null || (callback.rating !== null && callback.rating <= 2));
  if (input.ground === 'notSolved' ? !notSolved : !complaint) return refuse('reopenGroundMissing');
  return allow({
    type: 'CaseReopened',
    payload: { ground: input.ground, reason: input.reason, automatic: !officer, ...reworkDue(snapshot, context) },
  });
}
