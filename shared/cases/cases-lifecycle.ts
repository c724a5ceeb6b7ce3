import type { Actor } from '../identity/identity-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { refuse } from '../kernel/decision.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseCommand } from './cases-actions.ts';
import { mayAct } from './cases-policy.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { allowedInState } from './cases-table.ts';
import {
  decideInspectFail,
  decideInspectPass,
  decideMarkUnreachable,
  decideRecordCallback,
  decideReopen,
  decideTryCallback,
} from './decide-closing.ts';
import { decideDispatch, decideObject, decideOverrule, decideSign, decideUphold } from './decide-dispatch.ts';
import {
  decideApproveHold,
  decideContact,
  decideGrantExtension,
  decideRecordSupportResult,
  decideRefuseExtension,
  decideRefuseHold,
  decideRequestExtension,
  decideRequestHold,
  decideResume,
  decideSubmitFeedback,
} from './decide-handling.ts';
import {
  type CaseDecision,
  decideAnswerVerification,
  decideDecline,
  decideDivert,
  decideRegister,
  decideRequestVerification,
  decideSelfHandle,
  decideSubmit,
} from './decide-intake.ts';
import { decideAddNote, decideApproveVoid, decideRefuseVoid, decideRequestVoid } from './decide-oversight.ts';
import {
  decideAcknowledgeSupervision,
  decideCloseSupervision,
  decideReplySupervision,
  decideReturnSupervision,
  decideSupervise,
} from './decide-supervision.ts';
import { precondition } from './preconditions.ts';

export { caseTransitions } from './cases-table.ts';

/** `snapshot` null = the case does not exist; `context` holds everything already looked up, so that the decision is pure. */
export type DecideCase = { snapshot: CaseSnapshot | null; command: CaseCommand; actor: Actor; context: CaseContext };

/**
 * Decides one action on one case (lifecycles D1): the events that happen, or the refusal. Checked in this order: the case
 * exists, role, scope, version, state, preconditions, evidence.
 */
export function decideCase({ snapshot, command, actor, context }: DecideCase): CaseDecision {
  const { action } = command;
  if (action === 'submit') {
    if (snapshot !== null) return refuse('alreadyReported');
    const denied = mayAct({ action, actor, snapshot });
    if (denied !== null) return refuse(denied);
    if (context.unknownFileIds.length > 0) return refuse('fileUnknown', { count: context.unknownFileIds.length });
    return decideSubmit({ input: command.input, actor, context });
  }
  if (snapshot === null) return refuse('caseUnknown');
  const denied = mayAct({ action, actor, snapshot });
  if (denied !== null) return refuse(denied);
  if (command.input.expectedVersion !== snapshot.version) return refuse('staleVersion', { version: snapshot.version });
  if (!allowedInState(action, snapshot.state)) return refuse('notAllowedInState');
  const unmet = precondition(action, { snapshot, actor, now: context.now, settings: context.settings });
  if (unmet !== null) return { ok: false, refusal: unmet };
  if (context.unknownFileIds.length > 0) return refuse('fileUnknown', { count: context.unknownFileIds.length });
  return decideAllowed({ snapshot, command, actor, context });
}

function decideAllowed(args: {
  snapshot: CaseSnapshot;
  command: Exclude<CaseCommand, { action: 'submit' }>;
  actor: Actor;
  context: CaseContext;
}): CaseDecision {
  const { snapshot, command, actor, context } = args;
  const base = { snapshot, actor, context };
  switch (command.action) {
    case 'requestVerification':
      return decideRequestVerification({ ...base, input: command.input });
    case 'answerVerification':
      return decideAnswerVerification({ ...base, input: command.input });
    case 'register':
      return decideRegister({ ...base, input: command.input });
    case 'decline':
      return decideDecline({ ...base, input: command.input });
    case 'divert':
      return decideDivert({ ...base, input: command.input });
    case 'selfHandle':
      return decideSelfHandle({ ...base, input: command.input });
    case 'dispatch':
      return decideDispatch({ ...base, input: command.input });
    case 'sign':
      return decideSign({ ...base, input: command.input });
    case 'object':
      return decideObject({ ...base, input: command.input });
    case 'upholdObjection':
      return decideUphold({ ...base, input: command.input });
    case 'overruleObjection':
      return decideOverrule({ ...base, input: command.input });
    case 'contact':
      return decideContact({ ...base, input: command.input });
    case 'requestExtension':
      return decideRequestExtension({ ...base, input: command.input });
    case 'grantExtension':
      return decideGrantExtension({ ...base, input: command.input });
    case 'refuseExtension':
      return decideRefuseExtension({ ...base, input: command.input });
    case 'requestHold':
      return decideRequestHold({ ...base, input: command.input });
    case 'approveHold':
      return decideApproveHold({ ...base, input: command.input });
    case 'refuseHold':
      return decideRefuseHold({ ...base, input: command.input });
    case 'resume':
      return decideResume({ ...base, input: command.input });
    case 'recordSupportResult':
      return decideRecordSupportResult({ ...base, input: command.input });
    case 'submitFeedback':
      return decideSubmitFeedback({ ...base, input: command.input });
    case 'inspectPass':
      return decideInspectPass({ ...base, input: command.input });
    case 'inspectFail':
      return decideInspectFail({ ...base, input: command.input });
    case 'tryCallback':
      return decideTryCallback({ ...base, input: command.input });
    case 'recordCallback':
      return decideRecordCallback({ ...base, input: command.input });
    case 'markUnreachable':
      return decideMarkUnreachable();
    case 'reopen':
      return decideReopen({ ...base, input: command.input });
    case 'requestVoid':
      return decideRequestVoid({ ...base, input: command.input });
    case 'approveVoid':
      return decideApproveVoid();
    case 'refuseVoid':
      return decideRefuseVoid({ ...base, input: command.input });
    case 'supervise':
      return decideSupervise({ ...base, input: command.input });
    case 'acknowledgeSupervision':
      return decideAcknowledgeSupervision();
    case 'replySupervision':
      return decideReplySupervision({ ...base, input: command.input });
    case 'closeSupervision':
      return decideCloseSupervision({ ...base, input: command.input });
    case 'returnSupervision':
      return decideReturnSupervision({ ...base, input: command.input });
    case 'addNote':
      return decideAddNote({ ...base, input: command.input });
    default:
      return assertNever(command);
  }
}
