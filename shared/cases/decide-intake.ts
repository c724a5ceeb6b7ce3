import { hasRole } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';
import { allow, type Decision, refuse } from '../kernel/decision.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseAction, CaseInput } from './cases-actions.ts';
import type { NewCaseEvent, Placed } from './cases-events.ts';
import type { CaseRefusalCode } from './cases-refusals.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { sourceRoles } from './cases-table.ts';
import { limitsFor } from './limits.ts';
import { titleOf } from './title-of.ts';
import { verifiesFrom } from './verification.ts';

/** What a decision on an existing case reads; role, scope, version, state and preconditions are already checked. */
export type DecideArgs<A extends CaseAction> = { snapshot: CaseSnapshot; input: CaseInput<A>; actor: Actor; context: CaseContext };
export type CaseDecision = Decision<NewCaseEvent, CaseRefusalCode>;

/** Row 1: category, point or address, text; a photo from grid workers and patrols (not when they write down what a resident tells). */
export function decideSubmit({ input, actor, context }: Omit<DecideArgs<'submit'>, 'snapshot'>): CaseDecision {
  const { category, placed, settings, now } = context;
  if (!hasRole(actor, ...sourceRoles[input.source])) return refuse('sourceNotYours');
  const title = input.title || titleOf(input.text);
  if (title === '') return refuse('textMissing');
  if (placed === null || (input.point === null && input.address === '' && input.unitId === null)) return refuse('placeMissing');
  const fromField = (input.source === 'gridWorker' || input.source === 'patrol') && input.onBehalfOf === null;
  const photoRequired = fromField && (settings.fieldPhotoAlways || category.photoRequired.report);
  if (photoRequired && input.photoIds.length === 0) return refuse('photoMissing');
  const imported = input.source === 'import';
  const resident = input.source === 'resident';
  return allow({
    type: 'CaseReported',
    payload: {
      caseId: input.caseId,
      kind: input.kind,
      source: input.source,
      categoryScheme: input.categoryScheme,
      categoryCode: input.categoryCode,
      title,
      point: input.point,
      address: input.address,
      placed,
      applicantId: resident ? actor.userId : context.applicantId,
      hasApplicant: resident || input.onBehalfOf !== null,
      photoIds: input.photoIds,
      acceptDue: imported ? null : context.due(limitsFor(category, category.defaultUrgency).accept, now),
      capturedAt: input.capturedAt,
      livelihood: input.livelihood,
      imported,
    },
  });
}

/** Row 2, the question. */
export function decideRequestVerification({ input }: DecideArgs<'requestVerification'>): CaseDecision {
  return allow({ type: 'VerificationRequested', payload: { note: input.note } });
}

/**
 * Row 2, the answer: an on-site photo either way; a false report becomes void. While no grid worker but the reporter is in post, the
 * community's office answers, with its reason instead of a photo, so that nothing waits for nobody.
 */
export function decideAnswerVerification({ snapshot, input, actor, context }: DecideArgs<'answerVerification'>): CaseDecision {
  const from = verifiesFrom({ snapshot, actor, verifierIds: context.verifierIds });
  if (from === null) return refuse('gridWorkerInPost');
  if (from === 'site' && input.photoIds.length === 0) return refuse('photoMissing');
  if (from === 'office' && input.note === '') return refuse('verificationReasonMissing');
  return allow({ type: 'CaseVerified', payload: { isTrue: input.isTrue, note: input.note, photoIds: input.photoIds } });
}

/** Row 3: duplicates looked at, a place in the tree, number and due times set. */
export function decideRegister({ snapshot, input, context }: DecideArgs<'register'>): CaseDecision {
  const { category, due, now, duplicates } = context;
  const placed = context.placed ?? placedOf(snapshot);
  if (placed.unitId === null) return refuse('placeMissing');
  if (input.duplicateOfId === null && !input.notDuplicate && duplicates.length > 0) {
    return refuse('duplicatesNotAcknowledged', { count: duplicates.length });
  }
  if (input.duplicateOfId !== null && (input.duplicateOfId === snapshot.id || !duplicates.includes(input.duplicateOfId)))
    return refuse('duplicateUnknown');
  const limits = limitsFor(category, input.urgency);
  return allow({
    type: 'CaseRegistered',
    payload: {
      caseNo: numberOf(context),
      kind: input.kind,
      urgency: input.urgency,
      categoryScheme: input.categoryScheme,
      categoryCode: input.categoryCode,
      placed,
      point: input.point,
      address: input.address,
      limits,
      finishDue: due(limits.finish, now),
      finishClock: { limit: limits.finish, from: now },
      contactDue: snapshot.hasApplicant ? due(limits.contact, now) : null,
      duplicateOfId: input.duplicateOfId,
    },
  });
}

/** Row 4. */
export function decideDecline({ input }: DecideArgs<'decline'>): CaseDecision {
  return allow({ type: 'CaseDeclined', payload: { reason: input.reason, note: input.note } });
}

/** Row 4: one of the six exits of Art. 11. */
export function decideDivert({ input }: DecideArgs<'divert'>): CaseDecision {
  return allow({ type: 'CaseDiverted', payload: { exit: input.exit, note: input.note } });
}

/** Row 5: category allows it, before photo (the report's own counts) and after photo. */
export function decideSelfHandle({ input, context }: DecideArgs<'selfHandle'>): CaseDecision {
  const { category, due, now } = context;
  if (!category.selfHandling) return refuse('selfHandlingNotAllowed');
  if (input.beforePhotoIds.length + context.reportPhotoCount === 0) return refuse('beforePhotoMissing');
  if (input.afterPhotoIds.length === 0) return refuse('afterPhotoMissing');
  const urgency = category.defaultUrgency;
  const limits = limitsFor(category, urgency);
  return allow({
    type: 'CaseSelfHandled',
    payload: {
      caseNo: numberOf(context),
      urgency,
      limits,
      finishDue: due(limits.finish, now),
      finishClock: { limit: limits.finish, from: now },
      result: input.result,
      beforePhotoIds: input.beforePhotoIds,
      afterPhotoIds: input.afterPhotoIds,
      inspectionDue: due(limits.inspection, now),
    },
  });
}

function placedOf({ placement, unitId, unitPath, scopePath, gridId, communityId }: CaseSnapshot): Placed {
  return { placement, unitId, unitPath, scopePath, gridId, communityId };
}

function numberOf({ caseNo }: CaseContext): string {
  if (caseNo === null) throw new Error('the command must draw a case number before this decision');
  return caseNo;
}
