import type { WhistleAction } from '../dispatch/whistle-actions.ts';
import type { WhistleEvent, WhistleEventType } from '../dispatch/whistle-events.ts';
import type { WhistleSnapshot } from '../dispatch/whistle-schema.ts';
import { whistleAllowedIn } from '../dispatch/whistle-table.ts';
import type { UserId } from '../kernel/ids.ts';
import type { NoticeRule } from './notice-rules.ts';
import type { NoticeTopic } from './notices.i18n.ts';

/**
 * Who is told of a whistle. `followers`: the applicants of its cases and of whatever was joined to them. `drafter`: who drafted it,
 * `asker`: who asked for what was decided or answered. `units`: every party, `called`: those the event calls, `named`: the one it names, `lead`: the
 * lead unit's handlers, `supports`: the other parties. `secretary`, `streetOperator`: the nearest in post, `acceptor`: of those who may accept
 * the work. `district`: the administrators, who appoint somebody where nobody in post may judge.
 */
export type WhistleAudience =
  | 'followers'
  | 'drafter'
  | 'asker'
  | 'units'
  | 'called'
  | 'named'
  | 'lead'
  | 'supports'
  | 'secretary'
  | 'streetOperator'
  | 'acceptor'
  | 'district';

type Rule = NoticeRule<WhistleAction, WhistleAudience>;
const task = (to: WhistleAudience, topic: NoticeTopic, does: WhistleAction): Rule => ({ to, topic, does, kind: 'task', loud: 'normal' });
const urgentTask = (to: WhistleAudience, topic: NoticeTopic, does: WhistleAction): Rule => ({ ...task(to, topic, does), loud: 'urgent' });
const notice = (to: WhistleAudience, topic: NoticeTopic): Rule => ({ to, topic, does: null, kind: 'progress', loud: 'normal' });
const progress = (to: WhistleAudience, topic: NoticeTopic): Rule => ({ ...notice(to, topic), loud: 'quiet' });
const answer = (topic: NoticeTopic): Rule => ({ to: 'followers', topic, does: null, kind: 'answer', loud: 'normal' });

/** Event of a whistle → who is told what, how loud; of several lines that name the same person the first counts. */
export const whistleNotices: Readonly<Record<WhistleEventType, readonly Rule[]>> = {
  WhistleDrafted: [],
  WhistleRevised: [],
  BlowRequested: [task('streetOperator', 'whistleToApprove', 'approveBlow')],
  WhistleReturned: [task('drafter', 'whistleReturned', 'blow')],
  WhistleBlown: [
    urgentTask('called', 'whistleCalls', 'acknowledge'),
    notice('drafter', 'whistleBlown'),
    progress('streetOperator', 'whistleBlown'),
  ],
  UnitAcknowledged: [notice('secretary', 'unitAcknowledged'), progress('streetOperator', 'unitAcknowledged')],
  WhistleAcknowledged: [],
  UnitObjected: [task('streetOperator', 'unitObjected', 'overruleObjection'), progress('secretary', 'unitObjectedToo')],
  UnitObjectionUpheld: [notice('named', 'unitUpheld'), progress('secretary', 'unitUpheldToo')],
  UnitObjectionOverruled: [urgentTask('named', 'unitOverruled', 'acknowledge'), progress('secretary', 'unitOverruledToo')],
  UnitExcused: [notice('named', 'unitExcused'), progress('secretary', 'unitExcusedToo')],
  UnitSummoned: [urgentTask('named', 'whistleCalls', 'acknowledge'), progress('secretary', 'unitCalledToo')],
  UnitReportedIn: [progress('secretary', 'unitOnSite'), progress('streetOperator', 'unitOnSite')],
  WhistleOnSite: [notice('secretary', 'whistleOnSite')],
  SiteVisitRecorded: [],
  HouseholdsListed: [],
  OpinionRecorded: [],
  OpinionsCollected: [task('lead', 'toPlan', 'proposePlan')],
  PlanProposed: [task('supports', 'toAgree', 'agreePlan'), progress('secretary', 'planProposed')],
  PlanAnswered: [
    task('lead', 'toPlanAgain', 'proposePlan'),
    task('secretary', 'toConfirmPlan', 'approvePlan'),
    progress('lead', 'planAnswered'),
    progress('secretary', 'planAnswered'),
  ],
  PlanApproved: [task('lead', 'toStart', 'start'), notice('units', 'planApproved'), answer('planForApplicant')],
  WorkStarted: [],
  TaskCompleted: [],
  UnitLeft: [progress('secretary', 'unitLeft')],
  WorkCompleted: [task('acceptor', 'toAccept', 'acceptWork')],
  WorkAccepted: [progress('units', 'workAccepted')],
  AcceptanceFailed: [{ ...notice('units', 'workRejected'), loud: 'urgent' }],
  ResultTold: [],
  ResultFedBack: [task('units', 'toRate', 'rateWhistle'), task('secretary', 'toRateUnits', 'rateUnit'), answer('resultForApplicant')],
  HouseholdAnswered: [
    notice('secretary', 'householdUnsolved'),
    progress('units', 'householdThanks'),
    progress('secretary', 'householdThanks'),
  ],
  UnitRated: [task('streetOperator', 'toClear', 'clear')],
  WhistleRated: [task('streetOperator', 'toClear', 'clear')],
  WhistleCleared: [notice('units', 'whistleCleared'), notice('secretary', 'whistleCleared')],
  WhistleWithdrawn: [notice('units', 'whistleWithdrawn'), progress('streetOperator', 'whistleWithdrawn')],
  WhistleExtensionRequested: [task('streetOperator', 'toExtend', 'grantExtension')],
  WhistleExtensionGranted: [notice('asker', 'extensionGranted'), progress('secretary', 'extensionGranted')],
  WhistleExtensionRefused: [notice('asker', 'extensionRefused')],
  WhistleHoldRequested: [task('streetOperator', 'toHold', 'approveHold')],
  WhistleHoldRefused: [notice('asker', 'holdRefused')],
  WhistleHeld: [notice('units', 'heldForUnit'), progress('secretary', 'heldForUnit')],
  WhistleResumed: [notice('units', 'resumed'), progress('secretary', 'resumed')],
  WhistleSupervised: [urgentTask('named', 'supervised', 'receiveSupervision')],
  SupervisionReceived: [progress('asker', 'supervisionReceived'), progress('secretary', 'supervisionReceived')],
  SupervisionReplied: [task('asker', 'supervisionReplied', 'closeSupervision'), progress('secretary', 'supervisionReplied')],
  SupervisionReturned: [urgentTask('named', 'supervisionReturned', 'replySupervision')],
  SupervisionClosed: [notice('named', 'supervisionClosed')],
  WhistleVoidRequested: [task('secretary', 'toVoid', 'approveVoid'), task('streetOperator', 'toVoid', 'approveVoid')],
  WhistleVoidRefused: [progress('asker', 'voidRefused')],
  WhistleVoided: [notice('units', 'voidedForUnit'), progress('secretary', 'voidedForUnit')],
  // the clock's own mark tells whom it climbed to
  WhistleEscalated: [],
  WhistleNoteAdded: [progress('units', 'noted'), progress('secretary', 'noted')],
  WhistleDuesRecomputed: [],
};

export type WhistleMoment = { event: WhistleEvent; before: WhistleSnapshot | null; after: WhistleSnapshot };

/** Acts that wait for one judge: where nobody in post may take one, the district hears of it. */
const judgements: ReadonlySet<WhistleAction | null> = new Set<WhistleAction>([
  ...(['approveBlow', 'overruleObjection', 'grantExtension', 'approveHold', 'approveVoid', 'acceptWork', 'closeSupervision'] as const),
]);
/** What the district is told where nobody may take a step it was to be asked for; null for a step that waits for more than a person. */
export const nobodyMay = ({ does }: Rule): Rule | null =>
  judgements.has(does) ? { to: 'district', topic: 'nobodyMay', does: null, kind: 'escalation', loud: 'normal' } : null;

/** The lines that hold: a task only where the state allows its act, of an answer to the plan the one step it leads to, of a household's answer what is to be heard. */
export function whistleRules({ event, before, after }: WhistleMoment): readonly Rule[] {
  // a unit that goes is told that it goes, not of what went with it
  if (event.type === 'SupervisionClosed' && event.payload.because !== undefined) return [];
  const rules = whistleNotices[event.type];
  if (event.type === 'HouseholdAnswered') {
    const holds = answersHeard(event.payload, before);
    return rules.filter(({ topic }) => holds.has(topic));
  }
  const idle = event.type === 'PlanAnswered' ? (event.payload.agreed ? 'proposePlan' : 'approvePlan') : null;
  return rules.filter(({ does }) => does === null || (does !== idle && whistleAllowedIn(does, after.state)));
}

/** What of a household's answer is told: that something is left to do, and its thanks the first time. */
function answersHeard(
  { householdId, solved, thanks }: Extract<WhistleEvent, { type: 'HouseholdAnswered' }>['payload'],
  before: WhistleSnapshot | null,
): ReadonlySet<NoticeTopic> {
  const thanked = before?.households.find(({ id }) => id === householdId)?.verdict?.thanks ?? false;
  const topics: NoticeTopic[] = [];
  if (solved !== 'yes') topics.push('householdUnsolved');
  if (thanks && !thanked) topics.push('householdThanks');
  return new Set(topics);
}

/** Who asked for what this event decides or answers. */
export function whistleAsker({ event, before }: WhistleMoment): UserId | null {
  switch (event.type) {
    case 'WhistleExtensionGranted':
    case 'WhistleExtensionRefused':
      return before?.extensionAsked?.byId ?? null;
    case 'WhistleHoldRefused':
      return before?.holdAsked?.byId ?? null;
    case 'WhistleVoidRefused':
      return before?.voidAsked?.byId ?? null;
    case 'SupervisionReceived':
    case 'SupervisionReplied': {
      const { unitId } = event.payload;
      return before?.units.find(({ departmentId }) => departmentId === unitId)?.supervision?.byId ?? null;
    }
    default:
      return null;
  }
}
