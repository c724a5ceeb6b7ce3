import type { Role } from '../identity/identity-schema.ts';
import type { WhistleAction } from './whistle-actions.ts';
import type { WhistleEventType } from './whistle-events.ts';
import { openWhistleStates, type WhistleState } from './whistle-schema.ts';

/** One line of the whistle's lifecycle (lifecycles D2). */
export type WhistleTransition = {
  /** `none`: the whistle does not exist yet */
  from: readonly WhistleState[] | 'none';
  /** states it may lead to; `same` = the whistle stays where it is */
  to: readonly WhistleState[] | 'same';
  roles: readonly Role[];
  /** which summoned unit's people act where a department role is named */
  departments: 'lead' | 'support' | 'any';
  /** what it may leave behind; the first is certain */
  events: readonly WhistleEventType[];
};

const line = (
  from: WhistleTransition['from'],
  to: WhistleTransition['to'],
  roles: readonly Role[],
  events: readonly WhistleEventType[],
  departments: WhistleTransition['departments'] = 'any',
): WhistleTransition => ({ from, to, roles, departments, events });

const blowers: readonly Role[] = ['secretary', 'streetOperator'];
const street: readonly Role[] = ['streetOperator'];
const community: readonly Role[] = ['secretary', 'gridWorker'];
const handler: readonly Role[] = ['departmentHandler'];
const handlers: readonly Role[] = ['departmentHandler', 'departmentLead'];
const heads: readonly Role[] = ['departmentLead'];
/** while units may still be called, answer, dispute and come */
const summoning: readonly WhistleState[] = ['blown', 'acknowledged', 'onSite', 'opinionsCollected'];
const planning: readonly WhistleState[] = ['onSite', 'opinionsCollected'];
const working: readonly WhistleState[] = ['acknowledged', 'onSite', 'opinionsCollected', 'planned', 'executing', 'completed', 'fedBack'];
const summonedStates: readonly WhistleState[] = ['blown', ...working, 'onHold'];

/**
 * The whistle's lifecycle as data: who may do what in which state and what it leads to. Guards and evidence stand in
 * `whistle-preconditions.ts`, `whistle-requirements.ts` and the `decide-*.ts` files. A pair (state, action) that is not here is refused.
 */
export const whistleTransitions: Readonly<Record<WhistleAction, WhistleTransition>> = {
  draft: line('none', ['drafted'], blowers, ['WhistleDrafted']),
  revise: line(['drafted'], 'same', blowers, ['WhistleRevised']),
  /** the secretary of a community needs the street's word to reach departments, unless the setting or an emergency says otherwise */
  blow: line(['drafted'], ['drafted', 'blown'], blowers, ['WhistleBlown', 'BlowRequested']),
  approveBlow: line(['drafted'], ['blown'], street, ['WhistleBlown']),
  returnBlow: line(['drafted'], 'same', street, ['WhistleReturned']),
  acknowledge: line(summoning, summoning, handlers, ['UnitAcknowledged', 'WhistleAcknowledged', 'WhistleOnSite']),
  object: line(summoning, 'same', heads, ['UnitObjected']),
  upholdObjection: line(summoning, summoning, street, [
    ...(['UnitObjectionUpheld', 'SupervisionClosed', 'UnitSummoned', 'WhistleAcknowledged', 'WhistleOnSite'] as const),
  ]),
  overruleObjection: line(summoning, 'same', street, ['UnitObjectionOverruled']),
  excuseUnit: line(summoning, summoning, street, ['UnitExcused', 'SupervisionClosed', 'WhistleAcknowledged', 'WhistleOnSite']),
  summonSupport: line(summoning, 'same', street, ['UnitSummoned']),
  reportIn: line(summoning, summoning, handlers, ['UnitReportedIn', 'WhistleOnSite']),
  confirmReportIn: line(summoning, summoning, ['secretary'], ['UnitReportedIn', 'WhistleOnSite']),
  recordVisit: line(planning, 'same', ['secretary'], ['SiteVisitRecorded']),
  listHouseholds: line(['drafted', ...summoning], 'same', community, ['HouseholdsListed']),
  addOpinion: line(summoning, 'same', [...community, 'system'], ['OpinionRecorded']),
  closeOpinions: line(['onSite'], ['opinionsCollected'], community, ['OpinionsCollected']),
  proposePlan: line(planning, 'same', handler, ['PlanProposed'], 'lead'),
  agreePlan: line(planning, 'same', handlers, ['PlanAnswered'], 'support'),
  objectPlan: line(planning, 'same', handlers, ['PlanAnswered'], 'support'),
  approvePlan: line(['opinionsCollected'], ['planned'], blowers, ['PlanApproved']),
  start: line(['planned'], ['executing'], handler, ['WorkStarted'], 'lead'),
  completeTask: line(['executing'], 'same', [...handler, ...community], ['TaskCompleted']),
  leave: line(['executing', 'completed', 'fedBack'], 'same', handlers, ['UnitLeft']),
  complete: line(['executing'], ['completed'], handler, ['WorkCompleted'], 'lead'),
  acceptWork: line(['completed'], 'same', ['secretary', 'gridWorker', 'inspector'], ['WorkAccepted']),
  rejectWork: line(['completed'], ['executing'], ['secretary', 'gridWorker', 'inspector'], ['AcceptanceFailed']),
  tellResult: line(['completed'], 'same', community, ['ResultTold']),
  feedBack: line(['completed'], ['fedBack'], ['secretary'], ['ResultFedBack']),
  giveVerdict: line(['completed', 'fedBack', 'cleared'], 'same', ['system'], ['HouseholdAnswered']),
  rateUnit: line(['fedBack'], 'same', blowers, ['UnitRated']),
  rateWhistle: line(['fedBack'], 'same', handlers, ['WhistleRated']),
  clear: line(['fedBack'], ['cleared'], street, ['WhistleCleared', 'SupervisionClosed']),
  withdraw: line(['drafted', 'blown', 'acknowledged', 'onSite', 'opinionsCollected', 'planned'], ['withdrawn'], blowers, [
    'WhistleWithdrawn',
    'SupervisionClosed',
  ]),
  requestExtension: line(['executing'], 'same', handler, ['WhistleExtensionRequested'], 'lead'),
  grantExtension: line(['executing'], 'same', street, ['WhistleExtensionGranted']),
  refuseExtension: line(['executing'], 'same', street, ['WhistleExtensionRefused']),
  requestHold: line(['executing'], 'same', heads, ['WhistleHoldRequested'], 'lead'),
  approveHold: line(['executing'], ['onHold'], street, ['WhistleHeld']),
  refuseHold: line(['executing'], 'same', street, ['WhistleHoldRefused']),
  resume: line(['onHold'], ['executing'], [...heads, ...street], ['WhistleResumed'], 'lead'),
  supervise: line(summonedStates, 'same', blowers, ['WhistleSupervised']),
  receiveSupervision: line(summonedStates, 'same', handlers, ['SupervisionReceived']),
  replySupervision: line(summonedStates, 'same', handlers, ['SupervisionReplied']),
  closeSupervision: line(summonedStates, 'same', blowers, ['SupervisionClosed']),
  returnSupervision: line(summonedStates, 'same', blowers, ['SupervisionReturned']),
  requestVoid: line(openWhistleStates, 'same', blowers, ['WhistleVoidRequested']),
  approveVoid: line(openWhistleStates, ['void'], blowers, ['WhistleVoided', 'SupervisionClosed']),
  refuseVoid: line(openWhistleStates, 'same', blowers, ['WhistleVoidRefused']),
  escalate: line(openWhistleStates, 'same', ['system'], ['WhistleEscalated']),
  addNote: line(openWhistleStates, 'same', [...blowers, 'gridWorker', ...handlers], ['WhistleNoteAdded']),
};

/** Whether the table allows the action in this state, whoever asks; `null` = the whistle does not exist. */
export function whistleAllowedIn(action: WhistleAction, state: WhistleState | null): boolean {
  const { from } = whistleTransitions[action];
  if (from === 'none') return state === null;
  return state !== null && from.includes(state);
}

/**
 * Steps that add something of one's own: one unit's answer, an opinion, a task done, a note. They need not have seen what others did
 * meanwhile; whatever they depend on (the unit's own status, the draft of the plan, the open task) is a guard of its own.
 */
const independentSteps: ReadonlySet<WhistleAction> = new Set<WhistleAction>([
  'acknowledge',
  'object',
  'reportIn',
  'confirmReportIn',
  'listHouseholds',
  'addOpinion',
  'agreePlan',
  'objectPlan',
  'completeTask',
  'leave',
  'tellResult',
  'giveVerdict',
  'rateUnit',
  'rateWhistle',
  'receiveSupervision',
  'replySupervision',
  'addNote',
]);

/** Whether a person who saw `seen` may take the step on `version`: the same one, or for an independent step any that has been. */
export function sawEnough(action: WhistleAction, { seen, version }: { seen: number; version: number }): boolean {
  return independentSteps.has(action) ? seen <= version : seen === version;
}
