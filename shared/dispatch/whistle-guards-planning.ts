import { personId, T0 } from '../cases/case-samples.ts';
import { DAY } from '../kernel/time.ts';
import type { WhistleGuard } from './whistle-guard-line.ts';
import { secretaryOf } from './whistle-guards-arrival.ts';
import { reviewer } from './whistle-guards-calling.ts';
import { dayOf, dutyCode, HOUSING, samplePlan, unitActor, WATER, whistleActor } from './whistle-samples.ts';
import type { PlanTask } from './whistle-schema.ts';
import type { ScriptedWhistleStep } from './whistle-walk.ts';

const proposed: ScriptedWhistleStep = ['proposePlan', 'leadHandler'];
const agreed: ScriptedWhistleStep = ['agreePlan', 'supportHandler'];
const called: ScriptedWhistleStep = ['summonSupport', 'streetOperator'];
const water = { hat: 'supportHandler', actor: unitActor(WATER, 'departmentHandler'), unit: WATER } as const;
const waterHead = { hat: 'supportHead', actor: unitActor(WATER, 'departmentLead', 1), unit: WATER } as const;
/** The sample plan with its first task changed. */
const plan = (change: Partial<PlanTask>) => ({ tasks: samplePlan().map((task, row) => (row === 0 ? { ...task, ...change } : task)) });
const proposal = (input: Record<string, unknown>) => ({ action: 'proposePlan', hat: 'leadHandler', input }) as const;
const community = { departmentId: null, dutyCode: '9-99' };
const waterTask = plan({ departmentId: WATER });

/** The plan: what may stand in it and what it needs. */
export const planGuards: readonly WhistleGuard[] = [
  { what: 'a task of a stranger', in: 'onSite', step: proposal(waterTask), refusal: 'taskUnitUnknown' },
  {
    what: 'ends before it begins',
    in: 'onSite',
    step: proposal(plan({ from: dayOf(T0 + DAY), to: dayOf(T0) })),
    refusal: 'taskDatesInvalid',
  },
  {
    what: 'ended yesterday',
    in: 'onSite',
    step: proposal(plan({ from: dayOf(T0 - DAY), to: dayOf(T0 - DAY) })),
    refusal: 'taskDatesInvalid',
  },
  { what: 'ends with the calendar', in: 'onSite', step: proposal(plan({ to: '9999-12-31' })), refusal: 'taskTooFar' },
  { what: 'ends in four years', in: 'onSite', step: proposal(plan({ to: dayOf(T0 + 1461 * DAY) })), refusal: 'taskTooFar' },
  { what: 'ends in three years', in: 'onSite', step: proposal(plan({ to: dayOf(T0 + 1095 * DAY) })), refusal: 'ok' },
  { what: 'began before anybody counted', in: 'onSite', step: proposal(plan({ from: '0001-01-01' })), refusal: 'taskDatesInvalid' },
  { what: 'a duty of the community with a unit', in: 'onSite', step: proposal(plan({ dutyCode: dutyCode })), refusal: 'dutyOfUnit' },
  { what: 'the same task twice', in: 'onSite', step: proposal({ tasks: [...samplePlan(), ...samplePlan()] }), refusal: 'taskRepeated' },
  { what: 'pushed down to the community', in: 'onSite', step: proposal(plan({ ...community })), refusal: 'notCommunityDuty' },
  { what: 'pushed down without a duty', in: 'onSite', step: proposal(plan({ ...community, dutyCode: null })), refusal: 'notCommunityDuty' },
  { what: 'a duty no longer in force', in: 'onSite', step: { ...proposal({}), context: { dutyCodes: [] } }, refusal: 'notCommunityDuty' },
  { what: 'costs without a source', in: 'onSite', step: proposal(plan({ source: 'none' })), refusal: 'moneySourceMissing' },
  { what: 'residents pay, nobody asked them', in: 'onSite', step: proposal(plan({ source: 'residents' })), refusal: 'deliberationMissing' },
  {
    what: 'the owners pay, nobody asked them',
    in: 'onSite',
    step: proposal(plan({ source: 'maintenanceFund' })),
    refusal: 'deliberationMissing',
  },
  {
    what: 'residents pay as they decided',
    in: 'onSite',
    step: proposal({ ...plan({ source: 'residents' }), deliberation: '院内会 12/15 同意' }),
    refusal: 'ok',
  },
  { what: 'no plan to agree to', in: 'onSite', step: { action: 'agreePlan', hat: 'supportHandler' }, refusal: 'planMissing' },
  {
    what: 'agreed to another draft',
    in: 'onSite',
    after: [proposed, proposed],
    step: { action: 'agreePlan', hat: 'supportHandler', input: { draft: 1 } },
    refusal: 'planChanged',
  },
  {
    what: 'answered twice',
    in: 'onSite',
    after: [proposed, agreed],
    step: { action: 'objectPlan', hat: 'supportHead' },
    refusal: 'unitAnswered',
  },
  { what: 'no plan to confirm', in: 'opinionsCollected', step: { action: 'approvePlan', hat: 'secretary' }, refusal: 'planMissing' },
  {
    what: 'a draft nobody shows',
    in: 'opinionsCollected',
    after: [proposed, agreed],
    step: { action: 'approvePlan', hat: 'secretary', input: { draft: 2 } },
    refusal: 'planChanged',
  },
  {
    what: 'a support is silent',
    in: 'opinionsCollected',
    after: [proposed],
    step: { action: 'approvePlan', hat: 'secretary' },
    refusal: 'planUnanswered',
  },
  {
    what: 'a new draft needs new answers',
    in: 'opinionsCollected',
    after: [proposed, agreed, proposed],
    step: { action: 'approvePlan', hat: 'secretary' },
    refusal: 'planUnanswered',
  },
  {
    what: 'a support is against',
    in: 'opinionsCollected',
    after: [proposed, ['objectPlan', 'supportHead']],
    step: { action: 'approvePlan', hat: 'secretary', input: { overReason: '必须做' } },
    refusal: 'planDisputed',
  },
  {
    what: 'the street without a reason',
    in: 'opinionsCollected',
    after: [proposed, ['objectPlan', 'supportHead']],
    step: { action: 'approvePlan', hat: 'streetOperator' },
    refusal: 'planDisputed',
  },
  {
    what: 'the street with a reason',
    in: 'opinionsCollected',
    after: [proposed, ['objectPlan', 'supportHead']],
    step: { action: 'approvePlan', hat: 'streetOperator', input: { overReason: '必须做' } },
    refusal: 'ok',
  },
  {
    what: 'the street cannot confirm over a unit that has not come',
    in: 'opinionsCollected',
    after: [proposed, called],
    step: { action: 'approvePlan', hat: 'streetOperator', input: { overReason: '必须做' } },
    refusal: 'unitNotOnSite',
  },
  {
    what: 'nor over a visit without it',
    in: 'opinionsCollected',
    after: [proposed, called, { ...water, action: 'acknowledge' }, { ...water, action: 'reportIn' }],
    step: { action: 'approvePlan', hat: 'streetOperator', input: { overReason: '必须做' } },
    refusal: 'visitWithoutUnit',
  },
  {
    what: 'doors listed later raise the quorum',
    in: 'opinionsCollected',
    after: [
      proposed,
      agreed,
      {
        action: 'listHouseholds',
        hat: 'secretary',
        input: { households: Array.from({ length: 20 }, (_, n) => ({ id: personId(40_000 + n), label: `${n}` })) },
      },
    ],
    step: { action: 'approvePlan', hat: 'secretary' },
    refusal: 'opinionsMissing',
  },
  {
    what: 'a unit with a task was released since',
    in: 'opinionsCollected',
    after: [
      called,
      proposal(waterTask),
      agreed,
      { ...waterHead, action: 'object' },
      { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer },
    ],
    step: { action: 'approvePlan', hat: 'secretary' },
    refusal: 'planUnitGone',
  },
  {
    what: 'a unit with a task was excused since',
    in: 'opinionsCollected',
    after: [called, proposal(waterTask), agreed, { action: 'excuseUnit', hat: 'streetOperator', unit: WATER }],
    step: { action: 'approvePlan', hat: 'streetOperator', input: { overReason: '必须做' } },
    refusal: 'planUnitGone',
  },
  {
    what: 'confirmed by whoever drafted it, under another post',
    in: 'opinionsCollected',
    after: [proposed, agreed],
    step: { action: 'approvePlan', hat: 'secretary', actor: { ...whistleActor('secretary'), userId: whistleActor('leadHandler').userId } },
    refusal: 'ownInterest',
  },
  {
    what: 'confirmed by somebody of the lead',
    in: 'opinionsCollected',
    after: [proposed, agreed],
    step: { action: 'approvePlan', hat: 'secretary', actor: secretaryOf(HOUSING) },
    refusal: 'ownInterest',
  },
  {
    what: 'its last day has passed',
    in: 'opinionsCollected',
    after: [proposed, agreed],
    step: { action: 'approvePlan', hat: 'secretary', now: T0 + 6 * DAY },
    refusal: 'planOverdue',
  },
];
