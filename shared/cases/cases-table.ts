import type { Role } from '../identity/identity-schema.ts';
import type { CaseAction } from './cases-actions.ts';
import type { CaseEventType } from './cases-events.ts';
import { type CaseSource, type CaseState, openStates } from './cases-schema.ts';

/** One line of the lifecycle table (lifecycles D1). */
export type Transition = {
  /** row number of lifecycles D1; null = kept beside the table (a note moves nothing) */
  row: number | null;
  /** `none`: the case does not exist yet */
  from: readonly CaseState[] | 'none';
  /** states it may lead to; `same` = the case stays where it is */
  to: readonly CaseState[] | 'same';
  roles: readonly Role[];
  /** which department's people may act where a department role is named */
  departments: 'lead' | 'support' | 'any';
  events: readonly CaseEventType[];
};

const line = (transition: Omit<Transition, 'departments'> & Partial<Pick<Transition, 'departments'>>): Transition => ({
  departments: 'lead',
  ...transition,
});
const staff: readonly Role[] = [
  'buildingHead',
  'estateGroupLeader',
  'gridWorker',
  'secretary',
  'dispatcher',
  'streetOperator',
  'departmentHandler',
  'departmentLead',
  'inspector',
  'callbackOfficer',
];

/** Who answers a supervision: the lead unit's people, or the community's while no unit leads (the preconditions tell which). */
const answering: readonly Role[] = ['departmentHandler', 'departmentLead', 'secretary', 'dispatcher', 'gridWorker'];

/** Who may report under which source (lifecycles D1, row 1). */
export const sourceRoles: Readonly<Record<CaseSource, readonly Role[]>> = {
  resident: ['resident'],
  gridWorker: ['gridWorker'],
  buildingHead: ['buildingHead'],
  estateGroupLeader: ['estateGroupLeader'],
  patrol: ['gridWorker', 'inspector', 'departmentHandler'],
  council: ['gridWorker', 'secretary', 'dispatcher'],
  visit: ['gridWorker', 'secretary', 'buildingHead', 'estateGroupLeader'],
  hotline: ['dispatcher', 'streetOperator', 'callbackOfficer', 'system'],
  import: ['dispatcher', 'streetOperator', 'administrator', 'system'],
};

/**
 * The case lifecycle as data: who may do what in which state and what it leads to. Guards and evidence stand in
 * `preconditions.ts` and the `decide-*.ts` files. A pair (state, action) that is not here is refused.
 */
export const caseTransitions: Readonly<Record<CaseAction, Transition>> = {
  submit: line({
    row: 1,
    from: 'none',
    to: ['reported'],
    roles: [...new Set(Object.values(sourceRoles).flat())],
    events: ['CaseReported'],
  }),
  requestVerification: line({ row: 2, from: ['reported'], to: ['verifying'], roles: ['dispatcher'], events: ['VerificationRequested'] }),
  /** the office answers only while no grid worker is in post to go there */
  answerVerification: line({
    row: 2,
    from: ['verifying'],
    to: ['reported', 'void'],
    roles: ['gridWorker', 'dispatcher', 'secretary'],
    events: ['CaseVerified'],
  }),
  register: line({ row: 3, from: ['reported'], to: ['registered'], roles: ['dispatcher'], events: ['CaseRegistered'] }),
  decline: line({ row: 4, from: ['reported'], to: ['declined'], roles: ['dispatcher'], events: ['CaseDeclined'] }),
  divert: line({ row: 4, from: ['reported'], to: ['diverted'], roles: ['dispatcher'], events: ['CaseDiverted'] }),
  selfHandle: line({ row: 5, from: ['reported'], to: ['feedback'], roles: ['gridWorker'], events: ['CaseSelfHandled'] }),
  dispatch: line({ row: 6, from: ['registered'], to: ['dispatched'], roles: ['dispatcher', 'streetOperator'], events: ['CaseDispatched'] }),
  sign: line({ row: 7, from: ['dispatched'], to: ['inProgress'], roles: ['departmentHandler'], events: ['CaseSigned'] }),
  object: line({ row: 8, from: ['dispatched'], to: ['objected'], roles: ['departmentLead'], events: ['DispatchObjected'] }),
  upholdObjection: line({ row: 9, from: ['objected'], to: ['registered'], roles: ['streetOperator'], events: ['ObjectionUpheld'] }),
  overruleObjection: line({ row: 9, from: ['objected'], to: ['dispatched'], roles: ['streetOperator'], events: ['ObjectionOverruled'] }),
  contact: line({ row: 10, from: ['inProgress'], to: 'same', roles: ['departmentHandler'], events: ['ApplicantContacted'] }),
  requestExtension: line({ row: 11, from: ['inProgress'], to: 'same', roles: ['departmentHandler'], events: ['ExtensionRequested'] }),
  grantExtension: line({ row: 11, from: ['inProgress'], to: 'same', roles: ['streetOperator'], events: ['ExtensionGranted'] }),
  refuseExtension: line({ row: 11, from: ['inProgress'], to: 'same', roles: ['streetOperator'], events: ['ExtensionRefused'] }),
  requestHold: line({ row: 12, from: ['inProgress'], to: 'same', roles: ['departmentLead'], events: ['HoldRequested'] }),
  approveHold: line({ row: 12, from: ['inProgress'], to: ['onHold'], roles: ['secretary', 'streetOperator'], events: ['CaseHeld'] }),
  refuseHold: line({ row: 12, from: ['inProgress'], to: 'same', roles: ['secretary', 'streetOperator'], events: ['HoldRefused'] }),
  resume: line({
    row: 12,
    from: ['onHold'],
    to: ['inProgress'],
    roles: ['departmentLead', 'secretary', 'streetOperator'],
    events: ['CaseResumed'],
  }),
  recordSupportResult: line({
    row: 13,
    from: ['inProgress'],
    to: 'same',
    roles: ['departmentHandler'],
    departments: 'support',
    events: ['SupportResultRecorded'],
  }),
  submitFeedback: line({ row: 13, from: ['inProgress'], to: ['feedback'], roles: ['departmentHandler'], events: ['FeedbackSubmitted'] }),
  inspectPass: line({ row: 14, from: ['feedback'], to: ['closed'], roles: ['inspector', 'gridWorker'], events: ['CaseClosed'] }),
  /** back to the lead unit; a self-handled case that never had one waits for its first dispatch */
  inspectFail: line({
    row: 15,
    from: ['feedback'],
    to: ['inProgress', 'registered'],
    roles: ['inspector', 'gridWorker'],
    events: ['InspectionFailed'],
  }),
  tryCallback: line({ row: 16, from: ['closed'], to: 'same', roles: ['callbackOfficer'], events: ['CallbackTried'] }),
  recordCallback: line({
    row: 16,
    from: ['closed'],
    to: ['reviewed'],
    roles: ['callbackOfficer', 'resident'],
    events: ['CallbackRecorded'],
  }),
  markUnreachable: line({ row: 16, from: ['closed'], to: 'same', roles: ['callbackOfficer'], events: ['CallbackUnreachable'] }),
  reopen: line({
    row: 17,
    from: ['closed', 'reviewed'],
    to: ['inProgress', 'registered'],
    roles: ['callbackOfficer', 'system'],
    events: ['CaseReopened'],
  }),
  requestVoid: line({ row: 18, from: openStates, to: 'same', roles: ['dispatcher'], events: ['VoidRequested'] }),
  approveVoid: line({
    row: 18,
    from: openStates,
    to: ['void'],
    roles: ['dispatcher', 'secretary', 'streetOperator'],
    events: ['CaseVoided'],
  }),
  refuseVoid: line({
    row: 18,
    from: openStates,
    to: 'same',
    roles: ['dispatcher', 'secretary', 'streetOperator'],
    events: ['VoidRefused'],
  }),
  supervise: line({ row: 19, from: openStates, to: 'same', roles: ['secretary', 'streetOperator'], events: ['SupervisionIssued'] }),
  acknowledgeSupervision: line({ row: 19, from: openStates, to: 'same', roles: answering, events: ['SupervisionReceived'] }),
  replySupervision: line({ row: 19, from: openStates, to: 'same', roles: answering, events: ['SupervisionReplied'] }),
  closeSupervision: line({ row: 19, from: openStates, to: 'same', roles: ['secretary', 'streetOperator'], events: ['SupervisionClosed'] }),
  returnSupervision: line({
    row: 19,
    from: openStates,
    to: 'same',
    roles: ['secretary', 'streetOperator'],
    events: ['SupervisionReturned'],
  }),
  addNote: line({
    row: null,
    from: [...openStates, 'closed', 'reviewed'],
    to: 'same',
    roles: ['resident', ...staff],
    departments: 'any',
    events: ['NoteAdded'],
  }),
};

/** Whether the table allows the action in this state, whoever asks; `null` = the case does not exist. */
export function allowedInState(action: CaseAction, state: CaseState | null): boolean {
  const { from } = caseTransitions[action];
  if (from === 'none') return state === null;
  return state !== null && from.includes(state);
}
