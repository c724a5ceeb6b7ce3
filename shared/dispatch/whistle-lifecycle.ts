import type { Actor } from '../identity/identity-schema.ts';
import { refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/time.ts';
import {
  decideAcknowledge,
  decideAddOpinion,
  decideCloseOpinions,
  decideConfirmReportIn,
  decideExcuse,
  decideListHouseholds,
  decideObjectWhistle,
  decideOverruleWhistle,
  decideRecordVisit,
  decideReportIn,
  decideSummonSupport,
  decideUpholdWhistle,
} from './decide-arrival.ts';
import {
  decideApproveBlow,
  decideBlow,
  decideDraft,
  decideReturnBlow,
  decideRevise,
  decideWithdraw,
  type WhistleDecision,
} from './decide-blowing.ts';
import {
  decideAddWhistleNote,
  decideApproveWhistleHold,
  decideApproveWhistleVoid,
  decideCloseSupervision,
  decideEscalate,
  decideGrantWhistleExtension,
  decideReceiveSupervision,
  decideRefuseWhistleExtension,
  decideRefuseWhistleHold,
  decideRefuseWhistleVoid,
  decideReplySupervision,
  decideRequestWhistleExtension,
  decideRequestWhistleHold,
  decideRequestWhistleVoid,
  decideResumeWhistle,
  decideReturnSupervision,
  decideSuperviseWhistle,
} from './decide-oversight.ts';
import { decideAgreePlan, decideApprovePlan, decideObjectPlan, decideProposePlan } from './decide-plan.ts';
import {
  decideAcceptWork,
  decideClear,
  decideComplete,
  decideCompleteTask,
  decideFeedBack,
  decideGiveVerdict,
  decideLeave,
  decideRateUnit,
  decideRateWhistle,
  decideRejectWork,
  decideStart,
  decideTellResult,
} from './decide-work.ts';
import { innerActions, type WhistleAction, type WhistleCommand, whistleActions } from './whistle-actions.ts';
import type { WhistleContext, WhistleSettings } from './whistle-context.ts';
import { mayActOnWhistle } from './whistle-policy.ts';
import { whistlePrecondition } from './whistle-preconditions.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import { sawEnough, whistleAllowedIn } from './whistle-table.ts';

/** `snapshot` null = the whistle does not exist; `context` holds everything already looked up, so that the decision is pure. */
export type DecideWhistle = { snapshot: WhistleSnapshot | null; command: WhistleCommand; actor: Actor; context: WhistleContext };

/**
 * Decides one action on one whistle (lifecycles D2): the events that happen, or the refusal. Checked in this order: the whistle exists,
 * role, scope, version, state, preconditions, evidence.
 */
export function decideWhistle({ snapshot, command, actor, context }: DecideWhistle): WhistleDecision {
  const { action } = command;
  if (action === 'draft') {
    if (snapshot !== null) return refuse('alreadyDrafted');
    const denied = mayActOnWhistle(action, actor, null);
    return denied === null ? decideDraft({ input: command.input, actor, context }) : refuse(denied);
  }
  if (snapshot === null) return refuse('whistleUnknown');
  const denied = mayActOnWhistle(action, actor, snapshot);
  if (denied !== null) return refuse(denied);
  if (!sawEnough(action, { seen: command.input.expectedVersion, version: snapshot.version }))
    return refuse('staleVersion', { version: snapshot.version });
  if (!whistleAllowedIn(action, snapshot.state)) return refuse('notAllowedInState');
  const unmet = whistlePrecondition(action, { snapshot, actor, now: context.now, settings: context.settings });
  if (unmet !== null) return { ok: false, refusal: unmet };
  if (context.unknownFileIds.length > 0) return refuse('fileUnknown', { count: context.unknownFileIds.length });
  return decideAllowed({ snapshot, command, actor, context });
}

type Allowed = { snapshot: WhistleSnapshot; command: Exclude<WhistleCommand, { action: 'draft' }>; actor: Actor; context: WhistleContext };

function decideAllowed({ snapshot, command, actor, context }: Allowed): WhistleDecision {
  const base = { snapshot, actor, context };
  switch (command.action) {
    case 'revise':
      return decideRevise({ ...base, input: command.input });
    case 'blow':
      return decideBlow({ ...base, input: command.input });
    case 'approveBlow':
      return decideApproveBlow({ ...base, input: command.input });
    case 'returnBlow':
      return decideReturnBlow({ ...base, input: command.input });
    case 'acknowledge':
      return decideAcknowledge({ ...base, input: command.input });
    case 'object':
      return decideObjectWhistle({ ...base, input: command.input });
    case 'upholdObjection':
      return decideUpholdWhistle({ ...base, input: command.input });
    case 'overruleObjection':
      return decideOverruleWhistle({ ...base, input: command.input });
    case 'excuseUnit':
      return decideExcuse({ ...base, input: command.input });
    case 'summonSupport':
      return decideSummonSupport({ ...base, input: command.input });
    case 'reportIn':
      return decideReportIn({ ...base, input: command.input });
    case 'confirmReportIn':
      return decideConfirmReportIn({ ...base, input: command.input });
    case 'recordVisit':
      return decideRecordVisit({ ...base, input: command.input });
    case 'listHouseholds':
      return decideListHouseholds({ ...base, input: command.input });
    case 'addOpinion':
      return decideAddOpinion({ ...base, input: command.input });
    case 'closeOpinions':
      return decideCloseOpinions({ ...base, input: command.input });
    case 'proposePlan':
      return decideProposePlan({ ...base, input: command.input });
    case 'agreePlan':
      return decideAgreePlan({ ...base, input: command.input });
    case 'objectPlan':
      return decideObjectPlan({ ...base, input: command.input });
    case 'approvePlan':
      return decideApprovePlan({ ...base, input: command.input });
    case 'start':
      return decideStart();
    case 'completeTask':
      return decideCompleteTask({ ...base, input: command.input });
    case 'leave':
      return decideLeave({ ...base, input: command.input });
    case 'complete':
      return decideComplete({ ...base, input: command.input });
    case 'acceptWork':
      return decideAcceptWork({ ...base, input: command.input });
    case 'rejectWork':
      return decideRejectWork({ ...base, input: command.input });
    case 'tellResult':
      return decideTellResult({ ...base, input: command.input });
    case 'feedBack':
      return decideFeedBack({ ...base, input: command.input });
    case 'giveVerdict':
      return decideGiveVerdict({ ...base, input: command.input });
    case 'rateUnit':
      return decideRateUnit({ ...base, input: command.input });
    case 'rateWhistle':
      return decideRateWhistle({ ...base, input: command.input });
    case 'clear':
      return decideClear({ ...base, input: command.input });
    case 'withdraw':
      return decideWithdraw({ ...base, input: command.input });
    case 'requestExtension':
      return decideRequestWhistleExtension({ ...base, input: command.input });
    case 'grantExtension':
      return decideGrantWhistleExtension({ ...base, input: command.input });
    case 'refuseExtension':
      return decideRefuseWhistleExtension({ ...base, input: command.input });
    case 'requestHold':
      return decideRequestWhistleHold({ ...base, input: command.input });
    case 'approveHold':
      return decideApproveWhistleHold({ ...base, input: command.input });
    case 'refuseHold':
      return decideRefuseWhistleHold({ ...base, input: command.input });
    case 'resume':
      return decideResumeWhistle({ ...base, input: command.input });
    case 'supervise':
      return decideSuperviseWhistle({ ...base, input: command.input });
    case 'receiveSupervision':
      return decideReceiveSupervision({ ...base, input: command.input });
    case 'replySupervision':
      return decideReplySupervision({ ...base, input: command.input });
    case 'closeSupervision':
      return decideCloseSupervision({ ...base, input: command.input });
    case 'returnSupervision':
      return decideReturnSupervision({ ...base, input: command.input });
    case 'requestVoid':
      return decideRequestWhistleVoid({ ...base, input: command.input });
    case 'approveVoid':
      return decideApproveWhistleVoid(base);
    case 'refuseVoid':
      return decideRefuseWhistleVoid({ ...base, input: command.input });
    case 'escalate':
      return decideEscalate({ ...base, input: command.input });
    case 'addNote':
      return decideAddWhistleNote({ ...base, input: command.input });
  }
}

type Available = { snapshot: WhistleSnapshot; actor: Actor; now: Instant; settings: WhistleSettings };
const inner: readonly WhistleAction[] = innerActions;

/** The actions a page draws as buttons: role, scope, state and everything that needs no input allow them. In the lifecycle's order. */
export function availableWhistleActions({ snapshot, actor, now, settings }: Available): WhistleAction[] {
  return whistleActions.filter(
    (action) =>
      action !== 'draft' &&
      !inner.includes(action) &&
      whistleAllowedIn(action, snapshot.state) &&
      mayActOnWhistle(action, actor, snapshot) === null &&
      whistlePrecondition(action, { snapshot, actor, now, settings }) === null,
  );
}
