import { samplePost, T0, TEAM } from '../cases/case-samples.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import type { WhistleGuard } from './whistle-guard-line.ts';
import { HOUSING, URBAN, unitActor, WATER, whistleActor } from './whistle-samples.ts';
import type { ScriptedWhistleStep, WhistleStep } from './whistle-walk.ts';

/** Another street operator than the one who approved. */
export const reviewer = whistleActor('streetOperator', 1);
const elsewhere = { ...whistleActor('secretary', 1), posts: [samplePost('secretary', { unitPath: '/1/4/18/' })] };
const inspectorHere = { ...elsewhere, posts: [...elsewhere.posts, samplePost('inspector')] };
const street = { placement: 'inside', unitId: null, unitPath: '/1/4/', scopePath: '/1/4/', gridId: null, communityId: null } as const;
const placed = { placement: 'inside', unitId: null, unitPath: '/9/', scopePath: '/9/', gridId: null, communityId: null } as const;
const asked: ScriptedWhistleStep = ['blow', 'secretary'];
const leadObjects: ScriptedWhistleStep = ['object', 'leadHead'];
const supportObjects: ScriptedWhistleStep = ['object', 'supportHead'];
const overruled: ScriptedWhistleStep = { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer };
const upheld: ScriptedWhistleStep = { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer };
const byReviewer = (action: WhistleStep['action']): ScriptedWhistleStep => ({ action, hat: 'streetOperator', actor: reviewer });
const waterObjects: ScriptedWhistleStep = {
  action: 'object',
  hat: 'supportHead',
  actor: unitActor(WATER, 'departmentLead', 1),
  unit: WATER,
};
/** The reviewer with a post in a unit besides. */
export const alsoOf = (departmentId: DepartmentId) => ({
  ...reviewer,
  posts: [...reviewer.posts, samplePost('departmentLead', { departmentId })],
});
const excused: ScriptedWhistleStep = ['excuseUnit', 'streetOperator'];

/** From the draft to the call. */
export const blowingGuards: readonly WhistleGuard[] = [
  { what: 'nothing to blow', in: null, step: { action: 'blow', hat: 'secretary' }, refusal: 'whistleUnknown' },
  { what: 'a draft twice', in: 'drafted', step: { action: 'draft', hat: 'secretary' }, refusal: 'alreadyDrafted' },
  { what: 'a resident drafts', in: null, step: { action: 'draft', hat: 'resident' }, refusal: 'notYourRole' },
  { what: 'no place', in: null, step: { action: 'draft', hat: 'secretary', context: { placed: null } }, refusal: 'placeMissing' },
  { what: 'a foreign place', in: null, step: { action: 'draft', hat: 'secretary', context: { placed } }, refusal: 'placeNotYours' },
  { what: 'another community', in: null, step: { action: 'draft', hat: 'secretary', actor: elsewhere }, refusal: 'placeNotYours' },
  {
    what: 'a place above the communities',
    in: null,
    step: { action: 'draft', hat: 'streetOperator', context: { placed: street } },
    refusal: 'communityMissing',
  },
  {
    what: 'covered by a post that may not blow',
    in: null,
    step: { action: 'draft', hat: 'secretary', actor: inspectorHere },
    refusal: 'placeNotYours',
  },
  {
    what: 'cases not to be seen',
    in: null,
    step: { action: 'draft', hat: 'secretary', context: { unknownCases: 1 } },
    refusal: 'casesUnknown',
  },
  {
    what: 'lead also supports',
    in: null,
    step: { action: 'draft', hat: 'secretary', input: { supportUnitIds: [HOUSING] } },
    refusal: 'targetRepeated',
  },
  { what: 'units of elsewhere', in: null, step: { action: 'draft', hat: 'secretary', context: { targets: [] } }, refusal: 'targetUnknown' },
  {
    what: 'a community team',
    in: null,
    step: { action: 'draft', hat: 'secretary', input: { leadUnitId: TEAM } },
    refusal: 'targetNotDepartment',
  },
  {
    what: 'a seen version only',
    in: 'drafted',
    step: { action: 'blow', hat: 'secretary', input: { expectedVersion: 9 } },
    refusal: 'staleVersion',
  },
  {
    what: 'one unit answers beside the other',
    in: 'blown',
    step: { action: 'acknowledge', hat: 'leadHandler', input: { expectedVersion: 1 } },
    refusal: 'ok',
  },
  {
    what: 'answers what is not there yet',
    in: 'blown',
    step: { action: 'acknowledge', hat: 'leadHandler', input: { expectedVersion: 9 } },
    refusal: 'staleVersion',
  },
  {
    what: 'the street rules on what it has not seen',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer, input: { expectedVersion: 3 } },
    refusal: 'staleVersion',
  },
  { what: 'foreign secretary', in: 'drafted', step: { action: 'blow', hat: 'secretary', actor: elsewhere }, refusal: 'outsideScope' },
  { what: 'blown twice', in: 'blown', step: { action: 'blow', hat: 'secretary' }, refusal: 'notAllowedInState' },
  { what: 'asked twice', in: 'drafted', after: [asked], step: { action: 'blow', hat: 'secretary' }, refusal: 'blowPending' },
  { what: 'changed while asked', in: 'drafted', after: [asked], step: { action: 'revise', hat: 'secretary' }, refusal: 'blowPending' },
  { what: 'nothing asked', in: 'drafted', step: { action: 'approveBlow', hat: 'streetOperator' }, refusal: 'nothingAsked' },
  {
    what: 'two posts of one person do not make two persons',
    in: 'drafted',
    after: [asked],
    step: { action: 'approveBlow', hat: 'streetOperator', actor: { ...reviewer, userId: whistleActor('secretary').userId } },
    refusal: 'ownRequest',
  },
  {
    what: 'returned and asked again',
    in: 'drafted',
    after: [asked, ['returnBlow', 'streetOperator']],
    step: { action: 'blow', hat: 'secretary' },
    refusal: 'ok',
  },
];

/** Answers, objections, excuses and later calls. */
export const answerGuards: readonly WhistleGuard[] = [
  { what: 'another unit', in: 'blown', step: { action: 'acknowledge', hat: 'leadHandler', unit: URBAN }, refusal: 'notYourUnit' },
  {
    what: 'answered twice',
    in: 'blown',
    after: [['acknowledge', 'leadHandler']],
    step: { action: 'acknowledge', hat: 'leadHandler' },
    refusal: 'unitAnswered',
  },
  {
    what: 'comes in the past',
    in: 'blown',
    step: { action: 'acknowledge', hat: 'leadHandler', input: { eta: T0 - 1 } },
    refusal: 'etaInPast',
  },
  {
    what: 'a late answer is an answer',
    in: 'blown',
    step: { action: 'acknowledge', hat: 'leadHandler', now: T0 + 9 * DAY },
    refusal: 'ok',
  },
  { what: 'objects at the limit', in: 'blown', step: { action: 'object', hat: 'leadHead', now: T0 + 4 * HOUR }, refusal: 'ok' },
  {
    what: 'objects past the limit',
    in: 'blown',
    step: { action: 'object', hat: 'leadHead', now: T0 + 4 * HOUR + 1 },
    refusal: 'objectionLate',
  },
  {
    what: 'objects after answering',
    in: 'blown',
    after: [['acknowledge', 'leadHandler']],
    step: { action: 'object', hat: 'leadHead' },
    refusal: 'unitAnswered',
  },
  { what: 'objects twice', in: 'blown', after: [leadObjects], step: { action: 'object', hat: 'leadHead' }, refusal: 'alreadyObjected' },
  {
    what: 'overruled, objects again',
    in: 'blown',
    after: [leadObjects, overruled],
    step: { action: 'object', hat: 'leadHead' },
    refusal: 'leadLocked',
  },
  {
    what: 'overruled support objects again',
    in: 'blown',
    after: [supportObjects, overruled],
    step: { action: 'object', hat: 'supportHead' },
    refusal: 'leadLocked',
  },
  {
    what: 'the approver rules',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator' },
    refusal: 'reviewerBlew',
  },
  {
    what: 'whoever asked for the call rules',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'upholdObjection', hat: 'streetOperator', actor: { ...reviewer, userId: whistleActor('secretary').userId } },
    refusal: 'reviewerBlew',
  },
  {
    what: 'the deputy of the only operator rules',
    in: 'blown',
    after: [leadObjects],
    step: {
      ...{ action: 'overruleObjection', hat: 'streetOperator' },
      actor: { ...reviewer, posts: [samplePost('streetOperator', { deputy: true })] },
    },
    refusal: 'ok',
  },
  {
    what: 'the operator of the district rules',
    in: 'blown',
    after: [leadObjects],
    step: {
      ...{ action: 'overruleObjection', hat: 'streetOperator' },
      actor: { ...reviewer, posts: [samplePost('streetOperator', { unitPath: '/1/' })] },
    },
    refusal: 'ok',
  },
  {
    what: 'nothing objected',
    in: 'blown',
    step: { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer },
    refusal: 'nothingObjected',
  },
  {
    what: 'ruled on the other unit',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer, unit: URBAN },
    refusal: 'nothingObjected',
  },
  {
    what: 'ruled on a stranger',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer, unit: WATER },
    refusal: 'unitUnknown',
  },
  {
    what: 'a lead released without another',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer, input: { replacementUnitId: null } },
    refusal: 'replacementMissing',
  },
  {
    what: 'the lead in its own place',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer, input: { replacementUnitId: HOUSING } },
    refusal: 'targetRepeated',
  },
  {
    what: 'a support becomes the lead',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer, input: { replacementUnitId: URBAN } },
    refusal: 'ok',
  },
  {
    what: 'a support that objects becomes the lead',
    in: 'blown',
    after: [leadObjects, supportObjects],
    step: { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer, unit: HOUSING, input: { replacementUnitId: URBAN } },
    refusal: 'objectionOpen',
  },
  {
    what: 'a released unit called again',
    in: 'blown',
    after: [supportObjects, upheld],
    step: { action: 'summonSupport', hat: 'streetOperator', unit: URBAN },
    refusal: 'replacementReleased',
  },
  {
    what: 'a released unit acts',
    in: 'blown',
    after: [supportObjects, upheld],
    step: { action: 'acknowledge', hat: 'supportHandler' },
    refusal: 'outsideScope',
  },
  {
    what: 'a support called twice',
    in: 'blown',
    step: { action: 'summonSupport', hat: 'streetOperator', unit: URBAN },
    refusal: 'targetRepeated',
  },
  {
    what: 'an excused support called after all',
    in: 'blown',
    after: [excused],
    step: { action: 'summonSupport', hat: 'streetOperator', unit: URBAN },
    refusal: 'ok',
  },
  {
    what: 'the lead excused',
    in: 'blown',
    step: { action: 'excuseUnit', hat: 'streetOperator', unit: HOUSING },
    refusal: 'leadNotExcused',
  },
  {
    what: 'no support to excuse',
    in: 'blown',
    after: [excused],
    step: { action: 'excuseUnit', hat: 'streetOperator', unit: HOUSING },
    refusal: 'leadNotExcused',
  },
  {
    what: 'excused round the ruling',
    in: 'blown',
    after: [supportObjects],
    step: { action: 'excuseUnit', hat: 'streetOperator' },
    refusal: 'objectionOpen',
  },
  { what: 'excused when there', in: 'onSite', step: { action: 'excuseUnit', hat: 'streetOperator' }, refusal: 'unitArrived' },
  {
    what: 'an excused unit answers',
    in: 'blown',
    after: [excused],
    step: { action: 'acknowledge', hat: 'supportHandler' },
    refusal: 'outsideScope',
  },
  {
    what: 'an excused unit called after all answers',
    in: 'blown',
    after: [excused, { action: 'summonSupport', hat: 'streetOperator', unit: URBAN }],
    step: { action: 'acknowledge', hat: 'supportHandler' },
    refusal: 'ok',
  },
  {
    what: 'comes in two years',
    in: 'blown',
    step: { action: 'acknowledge', hat: 'leadHandler', input: { eta: T0 + 730 * DAY } },
    refusal: 'dateTooFar',
  },
  {
    what: 'whoever objected rules under another post',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: { ...reviewer, userId: whistleActor('leadHead').userId } },
    refusal: 'ownInterest',
  },
  {
    what: 'somebody of the unit upholds its objection',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'upholdObjection', hat: 'streetOperator', actor: alsoOf(HOUSING) },
    refusal: 'ownInterest',
  },
  {
    what: 'somebody of the other unit rules',
    in: 'blown',
    after: [leadObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: alsoOf(URBAN) },
    refusal: 'ok',
  },
  {
    what: 'of two objections the one of the own unit is ruled on',
    in: 'blown',
    after: [leadObjects, supportObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: alsoOf(URBAN), unit: URBAN },
    refusal: 'ownInterest',
  },
  {
    what: 'whoever called the unit later rules on it',
    in: 'blown',
    after: [byReviewer('summonSupport'), waterObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer },
    refusal: 'reviewerBlew',
  },
  {
    what: 'whoever called the unit in place of the lead rules on it',
    in: 'blown',
    after: [leadObjects, upheld, waterObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer },
    refusal: 'reviewerBlew',
  },
  {
    what: 'another operator rules on the unit called later',
    in: 'blown',
    after: [byReviewer('summonSupport'), waterObjects],
    step: { action: 'overruleObjection', hat: 'streetOperator', actor: whistleActor('streetOperator', 2) },
    refusal: 'ok',
  },
  {
    what: 'somebody of the unit excuses it',
    in: 'blown',
    step: { action: 'excuseUnit', hat: 'streetOperator', actor: alsoOf(URBAN) },
    refusal: 'ownInterest',
  },
];
