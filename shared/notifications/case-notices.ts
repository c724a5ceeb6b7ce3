import type { CaseAction } from '../cases/cases-actions.ts';
import type { CaseEvent, CaseEventType } from '../cases/cases-events.ts';
import type { CaseSnapshot } from '../cases/cases-schema.ts';
import { allowedInState } from '../cases/cases-table.ts';
import type { UserId } from '../kernel/ids.ts';
import type { Audience, NoticeRule } from './notice-rules.ts';
import type { NoticeTopic } from './notices.i18n.ts';

const task = (to: Audience, topic: NoticeTopic, does: CaseAction): NoticeRule => ({ to, topic, does, kind: 'task', loud: 'normal' });
const urgentTask = (to: Audience, topic: NoticeTopic, does: CaseAction): NoticeRule => ({ ...task(to, topic, does), loud: 'urgent' });
const answer = (topic: NoticeTopic): NoticeRule => ({ to: 'followers', topic, does: null, kind: 'answer', loud: 'normal' });
/** An answer that is worth a look, no message. */
const softAnswer = (topic: NoticeTopic, to: Audience = 'followers'): NoticeRule => ({ ...answer(topic), to, loud: 'quiet' });
const progress = (to: Audience, topic: NoticeTopic): NoticeRule => ({ to, topic, does: null, kind: 'progress', loud: 'quiet' });
const notice = (to: Audience, topic: NoticeTopic): NoticeRule => ({ ...progress(to, topic), loud: 'normal' });

/**
 * Event of a case → who is told what, how loud. Of several lines that name the same person the first counts. Nobody is told of what
 * they did themselves.
 */
export const caseNotices: Readonly<Record<CaseEventType, readonly NoticeRule[]>> = {
  CaseReported: [task('dispatcher', 'toRegister', 'register')],
  VerificationRequested: [task('gridWorker', 'toVerify', 'answerVerification')],
  CaseVerified: [task('dispatcher', 'verified', 'register')],
  CaseRegistered: [answer('registered'), task('streetOperator', 'toDispatch', 'dispatch')],
  CaseDeclined: [answer('declined'), progress('reporter', 'declinedReport')],
  CaseDiverted: [answer('diverted'), progress('reporter', 'declinedReport')],
  CaseSelfHandled: [answer('handled'), task('inspector', 'toInspect', 'inspectPass')],
  CaseDispatched: [
    task('leadHandlers', 'toSign', 'sign'),
    notice('leadUnit', 'toSign'),
    notice('supportUnits', 'willSupport'),
    softAnswer('dispatched'),
  ],
  CaseSigned: [task('supportHandlers', 'toSupport', 'recordSupportResult'), softAnswer('signed')],
  DispatchObjected: [task('streetOperator', 'toRule', 'overruleObjection')],
  ObjectionUpheld: [task('streetOperator', 'toDispatchAgain', 'dispatch'), progress('namedUnit', 'upheld')],
  ObjectionOverruled: [urgentTask('namedHandlers', 'overruled', 'sign'), notice('namedUnit', 'overruled')],
  ApplicantContacted: [],
  ExtensionRequested: [task('streetOperator', 'toExtend', 'grantExtension')],
  ExtensionGranted: [answer('extended'), progress('asker', 'extensionGranted')],
  ExtensionRefused: [notice('asker', 'extensionRefused')],
  HoldRequested: [task('secretary', 'toHold', 'approveHold'), task('streetOperator', 'toHold', 'approveHold')],
  HoldRefused: [notice('asker', 'holdRefused')],
  CaseHeld: [answer('held'), progress('leadUnit', 'heldForUnit')],
  CaseResumed: [task('leadHandlers', 'resumed', 'submitFeedback'), softAnswer('resumedForApplicant')],
  SupportResultRecorded: [progress('leadHandlers', 'supported')],
  FeedbackSubmitted: [answer('fedBack'), task('inspector', 'toInspect', 'inspectPass')],
  CaseClosed: [
    { ...answer('closed'), does: 'recordCallback' },
    task('callbackOfficer', 'toCallBack', 'recordCallback'),
    progress('leadUnit', 'closedForUnit'),
    progress('reporter', 'closedForUnit'),
  ],
  InspectionFailed: [
    urgentTask('leadHandlers', 'rework', 'submitFeedback'),
    notice('leadUnit', 'rework'),
    task('streetOperator', 'toDispatchAgain', 'dispatch'),
    softAnswer('reworkForApplicant'),
  ],
  CallbackTried: [softAnswer('calledYou', 'applicant')],
  CallbackRecorded: [progress('leadUnit', 'rated')],
  CallbackUnreachable: [],
  CaseReopened: [
    urgentTask('leadHandlers', 'reopened', 'submitFeedback'),
    notice('leadUnit', 'reopened'),
    task('streetOperator', 'toDispatchAgain', 'dispatch'),
    answer('reopenedForApplicant'),
  ],
  VoidRequested: [task('secretary', 'toVoid', 'approveVoid'), task('dispatcher', 'toVoid', 'approveVoid')],
  VoidRefused: [progress('asker', 'voidRefused')],
  CaseVoided: [answer('voided'), progress('leadUnit', 'voidedForUnit'), progress('asker', 'voidedForUnit')],
  SupervisionIssued: [
    urgentTask('leadUnit', 'supervised', 'acknowledgeSupervision'),
    urgentTask('secretary', 'supervised', 'acknowledgeSupervision'),
    urgentTask('dispatcher', 'supervised', 'acknowledgeSupervision'),
  ],
  SupervisionReceived: [progress('supervisor', 'supervisionReceived')],
  SupervisionReplied: [task('supervisor', 'supervisionReplied', 'closeSupervision')],
  SupervisionReturned: [
    urgentTask('leadUnit', 'supervisionReturned', 'replySupervision'),
    urgentTask('secretary', 'supervisionReturned', 'replySupervision'),
    urgentTask('dispatcher', 'supervisionReturned', 'replySupervision'),
  ],
  SupervisionClosed: [notice('leadUnit', 'supervisionClosed'), progress('dispatcher', 'supervisionClosed')],
  NoteAdded: [progress('leadHandlers', 'noted'), progress('dispatcher', 'noted')],
  DueRecomputed: [],
};

/** Told to the lead unit, or to the community's people while no unit leads. */
const eitherOr: readonly CaseEventType[] = ['NoteAdded', 'SupervisionIssued', 'SupervisionReturned', 'SupervisionClosed'];

/** An event with the case before and after it. */
export type CaseMoment = { event: CaseEvent; before: CaseSnapshot | null; after: CaseSnapshot };

/** The lines that hold for what really happened: a task only where the state allows its act; an imported record is no news. */
export function caseRules({ event, after }: CaseMoment): readonly NoticeRule[] {
  if (after.imported && event.type === 'CaseReported') return [];
  return caseNotices[event.type].filter(({ to, kind, does }) => {
    if (kind === 'task' && does !== null && !allowedInState(does, after.state)) return false;
    if (to === 'callbackOfficer') return after.hasApplicant && !after.unreachable;
    if (eitherOr.includes(event.type)) return (to === 'leadHandlers' || to === 'leadUnit') === (after.leadUnitId !== null);
    return true;
  });
}

/** Who asked for what this event decides. */
export function askerOf({ event, before }: CaseMoment): UserId | null {
  switch (event.type) {
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      return before?.extensionAsked?.byId ?? null;
    case 'HoldRefused':
      return before?.holdAsked?.byId ?? null;
    case 'VoidRefused':
    case 'CaseVoided':
      return before?.voidAsked?.byId ?? null;
    default:
      return null;
  }
}
