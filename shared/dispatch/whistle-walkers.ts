import { supervisionLevels } from '../cases/cases-schema.ts';
import type { Actor } from '../identity/identity-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { DAY, type Instant } from '../kernel/time.ts';
import type { WhistleAction } from './whistle-actions.ts';
import { openTasks } from './whistle-requirements.ts';
import {
  HOUSING,
  samplePlan,
  taskIds,
  URBAN,
  unitActor,
  unitOfHat,
  WATER,
  type WhistleHat,
  whistleActor,
  whistleHats,
} from './whistle-samples.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import type { WhistleStep } from './whistle-walk.ts';

/** Somebody who walks: a hat, the person under it and the unit they act for. */
export type Person = { hat: WhistleHat; actor: Actor; unit: DepartmentId | null };
/** Everybody of a walk. */
export const people: readonly Person[] = [
  ...whistleHats.flatMap((hat) => [0, 1].map((n) => ({ hat, actor: whistleActor(hat, n), unit: unitOfHat(hat) }))),
  // people of two posts, who would judge themselves
  ...(
    [
      ['leadHead', 'streetOperator'],
      ['supportHead', 'streetOperator'],
      ['leadHandler', 'secretary'],
      ['supportHandler', 'secretary'],
    ] as const
  ).map(([hat, post]) => {
    const actor = whistleActor(hat, 2);
    return { hat, actor: { ...actor, posts: [...actor.posts, ...whistleActor(post, 2).posts] }, unit: unitOfHat(hat) };
  }),
  { hat: 'supportHandler', actor: unitActor(WATER, 'departmentHandler'), unit: WATER },
  { hat: 'supportHead', actor: unitActor(WATER, 'departmentLead', 1), unit: WATER },
];
const units = [HOUSING, URBAN, WATER];

/** The sample plan with a task for every unit that is called. */
function planFor({ units: called }: WhistleSnapshot, now: Instant) {
  const ids: Record<string, string> = {
    [HOUSING]: taskIds.housing,
    [URBAN]: taskIds.urban,
    [WATER]: '00000000-0000-7000-8000-000000001049',
  };
  const [first, , last] = samplePlan(now);
  const active = called.filter(({ status }) => status !== 'released' && status !== 'excused');
  return [...active.map(({ departmentId }) => ({ ...first, departmentId, id: ids[departmentId] })), last];
}

/** Answers a person may give to the form of an action: good ones of every kind, and some that miss something. */
function answers(action: WhistleAction, snapshot: WhistleSnapshot, now: Instant): readonly Partial<WhistleStep>[] {
  switch (action) {
    case 'upholdObjection':
      return units.flatMap((unit) => [null, ...units].map((replacementUnitId) => ({ unit, input: { replacementUnitId } })));
    case 'overruleObjection':
    case 'excuseUnit':
    case 'summonSupport':
    case 'confirmReportIn':
    case 'rateUnit':
    case 'closeSupervision':
    case 'returnSupervision':
      return units.map((unit) => ({ unit }));
    case 'giveVerdict':
      return (['yes', 'partly', 'no'] as const).flatMap((said) => [false, true].map((thanks) => ({ input: { solved: said, thanks } })));
    case 'supervise':
      return units.flatMap((unit) => supervisionLevels.map((level) => ({ unit, input: { level, until: now + DAY } })));
    case 'reportIn':
      return [{}, { context: { distanceM: 240 } }, { input: { position: null, code: '123456' }, context: { codeGood: true } }];
    case 'proposePlan':
      return [
        { input: { tasks: planFor(snapshot, now) } },
        { input: { tasks: planFor(snapshot, now).map((task) => ({ ...task, dutyCode: null })) } },
      ];
    case 'approvePlan':
    case 'clear':
      return [{}, { input: { overReason: '必须做' } }];
    case 'completeTask':
      return openTasks(snapshot).flatMap(({ id }) => [{ input: { taskId: id } }, { input: { taskId: id, done: false } }]);
    case 'recordVisit':
      return [{}, { input: { attendance: [{ departmentId: null, name: '王书记' }] } }];
    case 'complete':
      return [{}, { input: { pairs: [] } }];
    case 'rejectWork':
      return (snapshot.plan?.tasks ?? []).map(({ id }) => ({ input: { taskIds: [id] } }));
    case 'tellResult':
      return [{}, { input: { householdIds: snapshot.households.slice(0, 1).map(({ id }) => id) } }];
    default:
      return [{}];
  }
}

/** Steps a person may try: the action with every answer. */
export function steps(
  action: WhistleAction,
  { hat, actor, unit }: Person,
  { snapshot, now }: { snapshot: WhistleSnapshot; now: Instant },
): WhistleStep[] {
  return answers(action, snapshot, now).map((answer) => ({ ...{ action, hat, actor, now }, ...(unit ? { unit } : {}), ...answer }));
}
