import { describe, expect, it } from 'vitest';
import { unitDuties } from './unit-duties.ts';
import { defaultWhistleSettings } from './whistle-context.ts';
import { HOUSING, URBAN, WATER } from './whistle-samples.ts';
import type { WhistleState } from './whistle-schema.ts';
import { type ScriptedWhistleStep, walkWhistle, wayToWhistle } from './whistle-walk.ts';

const order: ScriptedWhistleStep = { action: 'supervise', hat: 'secretary', unit: URBAN };
const draft: ScriptedWhistleStep = ['proposePlan', 'leadHandler'];

/** What the lead (housing) and the support (urban) owe, by action. */
const owed = (state: WhistleState, more: readonly ScriptedWhistleStep[]) => {
  const { snapshot } = walkWhistle([...wayToWhistle[state], ...more]);
  return [HOUSING, URBAN].map((id) => unitDuties(snapshot, id, defaultWhistleSettings).map(({ action }) => action));
};

describe('what a unit owes', () => {
  it.each<[string, WhistleState, readonly ScriptedWhistleStep[], lead: string[], support: string[]]>([
    ['nothing before the blow', 'drafted', [], [], []],
    ['an answer', 'blown', [], ['acknowledge'], ['acknowledge']],
    ['who has answered comes, the other answers', 'blown', [['acknowledge', 'leadHandler']], ['reportIn'], ['acknowledge']],
    ['who objects waits for the ruling', 'blown', [['object', 'supportHead']], ['acknowledge'], []],
    ['who has come waits', 'acknowledged', [['reportIn', 'leadHandler']], [], ['reportIn']],
    ['a plan of the lead', 'opinionsCollected', [], ['proposePlan'], []],
    ['an answer of the support to the plan', 'opinionsCollected', [draft], [], ['agreePlan']],
    ['a better plan', 'opinionsCollected', [draft, ['objectPlan', 'supportHandler']], ['proposePlan'], []],
    ['the beginning of the work', 'planned', [], ['start'], []],
    ['a task each', 'executing', [], ['completeTask'], ['completeTask']],
    ['the rest of the tasks', 'executing', [['completeTask', 'leadHandler']], [], ['completeTask']],
    ['the rating of the whistle', 'fedBack', [], ['rateWhistle'], ['rateWhistle']],
    ['nothing while it is held', 'onHold', [], [], []],
    ['nothing at the end', 'cleared', [], [], []],
  ])('%s', (_what, state, more, lead, support) => {
    expect(owed(state, more)).toEqual([lead, support]);
  });

  it('is the nearest limit first: the order of the secretary besides the answer', () => {
    const { snapshot } = walkWhistle([...wayToWhistle.blown, order]);
    const duties = unitDuties(snapshot, URBAN, defaultWhistleSettings);
    expect(duties.map(({ action }) => action).sort()).toEqual(['acknowledge', 'receiveSupervision']);
    const dues = duties.map(({ due }) => due ?? Number.NaN);
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(duties.every(({ from, soonAt, due }) => (from ?? 0) < (soonAt ?? 0) && (soonAt ?? 0) <= (due ?? 0))).toBe(true);
  });

  it('stands under the own limit of the unit', () => {
    const { snapshot } = walkWhistle([...wayToWhistle.blown, ['acknowledge', 'leadHandler']]);
    const [lead, support] = [HOUSING, URBAN].map((id) => unitDuties(snapshot, id, defaultWhistleSettings)[0]?.due);
    const dueOf = (id: string) => snapshot.units.find(({ departmentId }) => departmentId === id);
    expect([lead, support]).toEqual([dueOf(HOUSING)?.reportInDue?.at, dueOf(URBAN)?.ackDue?.at]);
    expect(unitDuties(snapshot, WATER, defaultWhistleSettings)).toEqual([]);
  });
});
