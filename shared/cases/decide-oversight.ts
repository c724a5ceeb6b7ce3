import { allow } from '../kernel/decision.ts';
import type { CaseDecision, DecideArgs } from './decide-intake.ts';
import { decidedBy } from './limits.ts';

/** Row 18, the request; a second person decides. */
export function decideRequestVoid({ snapshot, input, context }: DecideArgs<'requestVoid'>): CaseDecision {
  const { reason, note } = input;
  return allow({ type: 'VoidRequested', payload: { reason, note, due: decidedBy({ snapshot, context }) } });
}

/** Row 18, approved. */
export function decideApproveVoid(): CaseDecision {
  return allow({ type: 'CaseVoided', payload: {} });
}

/** Row 18, refused. */
export function decideRefuseVoid({ input }: DecideArgs<'refuseVoid'>): CaseDecision {
  return allow({ type: 'VoidRefused', payload: { note: input.note } });
}

/** A remark or a further photo; moves nothing. */
export function decideAddNote({ snapshot, input, actor }: DecideArgs<'addNote'>): CaseDecision {
  const fromApplicant = snapshot.applicantId === actor.userId;
  return allow({ type: 'NoteAdded', payload: { note: input.note, photoIds: input.photoIds, fromApplicant } });
}
