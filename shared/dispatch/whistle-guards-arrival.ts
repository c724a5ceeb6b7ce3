import { personId, samplePost, T0 } from '../cases/case-samples.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { DAY } from '../kernel/time.ts';
import type { WhistleGuard } from './whistle-guard-line.ts';
import { URBAN, unitActor, WATER, whistleActor } from './whistle-samples.ts';
import type { ScriptedWhistleStep } from './whistle-walk.ts';

const waterActs = { hat: 'supportHandler', actor: unitActor(WATER, 'departmentHandler'), unit: WATER } as const;
/** The secretary with a post in a unit besides. */
export const secretaryOf = (departmentId: DepartmentId) => {
  const secretary = whistleActor('secretary');
  return { ...secretary, posts: [...secretary.posts, samplePost('departmentLead', { departmentId })] };
};
const excused: ScriptedWhistleStep = ['excuseUnit', 'streetOperator'];
const inTheYard = { lng: 116.37, lat: 39.93, source: 'gnss' } as const;
const from = (distanceM: number | null, accuracyM: number | null): Pick<WhistleGuard['step'], 'context' | 'input'> => ({
  context: { distanceM },
  input: { position: { ...inTheYard, accuracyM } },
});
const reports = { action: 'reportIn', hat: 'leadHandler' } as const;
const called: ScriptedWhistleStep = ['summonSupport', 'streetOperator'];
const waterAnswers: ScriptedWhistleStep = { ...waterActs, action: 'acknowledge' };

/** Arrival, joint visit and opinions. */
export const arrivalGuards: readonly WhistleGuard[] = [
  { what: 'at 200 m, sure to 100 m', in: 'acknowledged', step: { ...reports, ...from(200, 100) }, refusal: 'ok' },
  { what: 'at 201 m', in: 'acknowledged', step: { ...reports, ...from(201, 1) }, refusal: 'tooFar' },
  { what: 'sure to 101 m only', in: 'acknowledged', step: { ...reports, ...from(5, 101) }, refusal: 'positionTooVague' },
  { what: 'of unknown accuracy', in: 'acknowledged', step: { ...reports, ...from(5, null) }, refusal: 'positionTooVague' },
  {
    what: 'a pin on the map',
    in: 'acknowledged',
    step: { ...reports, input: { position: { ...inTheYard, accuracyM: 5, source: 'pin' } } },
    refusal: 'positionMissing',
  },
  { what: 'no position', in: 'acknowledged', step: { ...reports, input: { position: null } }, refusal: 'positionMissing' },
  { what: 'a whistle without a point', in: 'acknowledged', step: { ...reports, ...from(null, 5) }, refusal: 'noPoint' },
  {
    what: 'a wrong code',
    in: 'acknowledged',
    step: { ...reports, input: { position: null, code: '000000' }, context: { codeGood: false } },
    refusal: 'codeWrong',
  },
  {
    what: 'the right code, no position',
    in: 'acknowledged',
    step: { ...reports, input: { position: null, code: '123456' }, context: { codeGood: true, distanceM: null } },
    refusal: 'ok',
  },
  { what: 'before answering', in: 'blown', step: reports, refusal: 'unitNotAcknowledged' },
  { what: 'twice', in: 'acknowledged', after: [reports], step: reports, refusal: 'unitArrived' },
  { what: 'the secretary saw it', in: 'acknowledged', step: { action: 'confirmReportIn', hat: 'secretary' }, refusal: 'ok' },
  {
    what: 'the secretary saw a silent unit',
    in: 'blown',
    step: { action: 'confirmReportIn', hat: 'secretary' },
    refusal: 'unitNotAcknowledged',
  },
  {
    what: 'the secretary saw a stranger',
    in: 'acknowledged',
    step: { action: 'confirmReportIn', hat: 'secretary', unit: WATER },
    refusal: 'unitUnknown',
  },
  {
    what: 'the secretary saw an excused unit',
    in: 'blown',
    after: [excused, ['acknowledge', 'leadHandler']],
    step: { action: 'confirmReportIn', hat: 'secretary', unit: URBAN },
    refusal: 'unitGone',
  },
  {
    what: 'somebody of the unit saw it come',
    in: 'acknowledged',
    step: { action: 'confirmReportIn', hat: 'secretary', unit: URBAN, actor: secretaryOf(URBAN) },
    refusal: 'ownInterest',
  },
  {
    what: 'somebody of another unit saw it come',
    in: 'acknowledged',
    step: { action: 'confirmReportIn', hat: 'secretary', unit: URBAN, actor: secretaryOf(WATER) },
    refusal: 'ok',
  },
  {
    what: 'heard two years before the draft',
    in: 'blown',
    step: { action: 'addOpinion', hat: 'secretary', input: { heardAt: T0 - 730 * DAY } },
    refusal: 'heardTooEarly',
  },
  ...(['link', 'paper'] as const).flatMap((way): WhistleGuard[] => [
    {
      what: `a worker writes down a ${way}`,
      in: 'blown',
      step: { action: 'addOpinion', hat: 'gridWorker', input: { way } },
      refusal: 'wayOfHousehold',
    },
    { what: `a household's own ${way}`, in: 'blown', step: { action: 'addOpinion', hat: 'system', input: { way } }, refusal: 'ok' },
  ]),
  {
    what: 'a visit to come',
    in: 'onSite',
    step: { action: 'recordVisit', hat: 'secretary', input: { to: T0 + 1 } },
    refusal: 'visitTimesInvalid',
  },
  {
    what: 'a visit before the call',
    in: 'onSite',
    step: { action: 'recordVisit', hat: 'secretary', input: { from: T0 - 1 } },
    refusal: 'visitTimesInvalid',
  },
  {
    what: 'a visit without the lead',
    in: 'onSite',
    step: { action: 'recordVisit', hat: 'secretary', input: { attendance: [{ departmentId: URBAN, name: '李工' }] } },
    refusal: 'attendanceIncomplete',
  },
  {
    what: 'a visit with a stranger',
    in: 'onSite',
    step: { action: 'recordVisit', hat: 'secretary', input: { attendance: [{ departmentId: WATER, name: '姜工' }] } },
    refusal: 'unitUnknown',
  },
  {
    what: 'a visit without a photo',
    in: 'onSite',
    step: { action: 'recordVisit', hat: 'secretary', input: { photoIds: [] } },
    refusal: 'photoMissing',
  },
  {
    what: 'a visit without a signature',
    in: 'onSite',
    step: { action: 'recordVisit', hat: 'secretary', input: { signatureIds: [] } },
    refusal: 'signatureMissing',
  },
  {
    what: 'a photo that never came',
    in: 'onSite',
    step: { action: 'recordVisit', hat: 'secretary', context: { unknownFileIds: ['00000000-0000-7000-8000-000000000999' as never] } },
    refusal: 'fileUnknown',
  },
  {
    what: 'a visit while a called unit is away',
    in: 'onSite',
    after: [called],
    step: { action: 'recordVisit', hat: 'secretary' },
    refusal: 'unitNotOnSite',
  },
  {
    what: 'too many doors',
    in: 'blown',
    after: [['listHouseholds', 'secretary']],
    step: {
      ...{ action: 'listHouseholds', hat: 'secretary' },
      input: { households: Array.from({ length: 598 }, (_, n) => ({ id: personId(30_000 + n), label: `${n}` })) },
    },
    refusal: 'householdsTooMany',
  },
  {
    what: 'an unknown door',
    in: 'blown',
    step: { action: 'addOpinion', hat: 'secretary', input: { householdId: personId(1) } },
    refusal: 'householdUnknown',
  },
  {
    what: 'no door although they are listed',
    in: 'blown',
    after: [['listHouseholds', 'secretary']],
    step: { action: 'addOpinion', hat: 'secretary', input: { householdId: null } },
    refusal: 'householdUnknown',
  },
  {
    what: 'heard tomorrow',
    in: 'blown',
    step: { action: 'addOpinion', hat: 'secretary', input: { heardAt: T0 + 1 } },
    refusal: 'heardInFuture',
  },
  { what: 'closed before the visit', in: 'onSite', step: { action: 'closeOpinions', hat: 'secretary' }, refusal: 'visitMissing' },
  {
    what: 'closed without a list of doors',
    in: 'onSite',
    after: [
      ['recordVisit', 'secretary'],
      ['addOpinion', 'secretary'],
    ],
    step: { action: 'closeOpinions', hat: 'secretary' },
    refusal: 'householdsMissing',
  },
  {
    what: 'closed before anybody is heard',
    in: 'onSite',
    after: [
      ['recordVisit', 'secretary'],
      ['listHouseholds', 'secretary'],
    ],
    step: { action: 'closeOpinions', hat: 'secretary' },
    refusal: 'opinionsMissing',
  },
  {
    what: 'closed while a called unit is away',
    in: 'onSite',
    after: [['recordVisit', 'secretary'], called],
    step: { action: 'closeOpinions', hat: 'secretary' },
    refusal: 'unitNotOnSite',
  },
  {
    what: 'closed though the late unit was not at the visit',
    in: 'onSite',
    after: [['recordVisit', 'secretary'], called, waterAnswers, { ...waterActs, action: 'reportIn' }],
    step: { action: 'closeOpinions', hat: 'secretary' },
    refusal: 'visitWithoutUnit',
  },
];
