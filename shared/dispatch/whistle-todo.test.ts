import { describe, expect, it } from 'vitest';
import { T0 } from '../cases/case-samples.ts';
import { HOUR } from '../kernel/time.ts';
import { defaultWhistleSettings } from './whistle-context.ts';
import { HOUSING, URBAN, unitActor, WATER, whistleActor } from './whistle-samples.ts';
import type { WhistleState } from './whistle-schema.ts';
import { ofPerson, todoOf } from './whistle-todo.ts';
import { type ScriptedWhistleStep, walkWhistle, wayToWhistle } from './whistle-walk.ts';

const names = new Map([
  [HOUSING, 'housing'],
  [URBAN, 'urban'],
  [WATER, 'water'],
]);

/** Marks of a whistle with the units by name, sorted, in one line. */
function owing(steps: readonly ScriptedWhistleStep[]): string {
  const marks = todoOf(walkWhistle(steps).snapshot, defaultWhistleSettings);
  return marks
    .map((mark) => (mark === ofPerson(whistleActor('secretary').userId) ? 'issuer' : mark))
    .map((mark) => [...names].reduce<string>((text, [id, name]) => text.replace(`unit:${id}`, name), mark))
    .sort()
    .join(' ');
}

const water = unitActor(WATER, 'departmentHandler');
const call: ScriptedWhistleStep = ['summonSupport', 'streetOperator'];
const waterAnswers: ScriptedWhistleStep = { action: 'acknowledge', hat: 'leadHandler', actor: water, unit: WATER };
const waterObjects: ScriptedWhistleStep = {
  ...{ action: 'object', hat: 'leadHead', unit: WATER, now: T0 + HOUR },
  actor: unitActor(WATER, 'departmentLead'),
};
const waterComes: ScriptedWhistleStep = { action: 'reportIn', hat: 'leadHandler', actor: water, unit: WATER };
const draft: ScriptedWhistleStep = ['proposePlan', 'leadHandler'];
const more: ScriptedWhistleStep = {
  action: 'listHouseholds',
  hat: 'gridWorker',
  input: { households: Array.from({ length: 20 }, (_, n) => ({ id: `00000000-0000-7000-8000-0000000099${10 + n}`, label: `${n} 号` })) },
};
const extension: ScriptedWhistleStep = ['requestExtension', 'leadHandler'];
const rated: readonly ScriptedWhistleStep[] = [
  ['rateUnit', 'secretary'],
  ['rateUnit', 'secretary'],
];
const saysNo: ScriptedWhistleStep = { action: 'giveVerdict', hat: 'system', input: { solved: 'no' } };
const order: ScriptedWhistleStep = { action: 'supervise', hat: 'secretary', unit: URBAN };

describe('who owes a step', () => {
  const table: readonly [what: string, WhistleState, readonly ScriptedWhistleStep[], owing: string][] = [
    ['a draft is finished', 'drafted', [], 'secretary'],
    ['the street is asked', 'drafted', [['blow', 'secretary']], 'street'],
    ['both are called', 'blown', [], 'housing urban'],
    ['one has answered and is on the way', 'blown', [['acknowledge', 'leadHandler']], 'housing urban'],
    ['one objects', 'blown', [['object', 'supportHead']], 'housing ruling'],
    [
      'the objection fails',
      'blown',
      [['object', 'supportHead'], { action: 'overruleObjection', hat: 'streetOperator', actor: whistleActor('streetOperator', 1) }],
      'housing urban',
    ],
    ['one has come', 'acknowledged', [['reportIn', 'leadHandler']], 'urban'],
    ['one is excused', 'blown', [['excuseUnit', 'streetOperator']], 'housing'],
    ['all have come', 'onSite', [], 'gridWorker secretary'],
    ['another is called on site', 'onSite', [call], 'gridWorker secretary water'],
    ['a plan is wanted', 'opinionsCollected', [], 'housing'],
    ['the support reads the plan', 'opinionsCollected', [draft], 'urban'],
    ['the support disagrees', 'opinionsCollected', [draft, ['objectPlan', 'supportHandler']], 'housing'],
    ['the plan stands', 'opinionsCollected', [draft, ['agreePlan', 'supportHandler']], 'secretary'],
    ['more doors than were heard', 'opinionsCollected', [draft, ['agreePlan', 'supportHandler'], more], 'gridWorker secretary'],
    ['another is called over the plan', 'opinionsCollected', [draft, call], 'urban water'],
    ['that one objects', 'opinionsCollected', [draft, ['agreePlan', 'supportHandler'], call, waterObjects], 'ruling'],
    ['that one has seen no joint visit', 'opinionsCollected', [call, waterAnswers, waterComes], 'housing secretary'],
    ['work may begin', 'planned', [], 'housing'],
    ['everybody has a task', 'executing', [], 'housing secretary urban'],
    ['the lead has done its own', 'executing', [['completeTask', 'leadHandler']], 'secretary urban'],
    ['more time is asked for', 'executing', [extension], 'housing secretary street urban'],
    ['held', 'onHold', [], 'street'],
    ['done', 'completed', [], 'gridWorker secretary'],
    ['accepted', 'completed', [['acceptWork', 'inspector']], 'gridWorker secretary'],
    [
      'told',
      'completed',
      [
        ['acceptWork', 'inspector'],
        ['tellResult', 'gridWorker'],
      ],
      'secretary',
    ],
    ['nobody has rated', 'fedBack', [], 'housing secretary urban'],
    [
      'one side has rated',
      'fedBack',
      [
        ['rateUnit', 'secretary'],
        ['rateUnit', 'secretary'],
      ],
      'clearing housing urban',
    ],
    ['a unit has rated, the community has not', 'fedBack', [['rateWhistle', 'leadHead']], 'secretary urban'],
    ['one unit stays silent', 'fedBack', [...rated, ['rateWhistle', 'leadHead']], 'clearing urban'],
    ['all have rated', 'fedBack', [...rated, ['rateWhistle', 'leadHead'], ['rateWhistle', 'supportHead']], 'street'],
    [
      'all have rated, and a household says no',
      'fedBack',
      [...rated, ['rateWhistle', 'leadHead'], ['rateWhistle', 'supportHead'], saysNo],
      'street',
    ],
    ['a household says no before anybody has rated', 'fedBack', [saysNo], 'housing secretary urban'],
    ['cleared', 'cleared', [], ''],
    ['withdrawn', 'withdrawn', [], ''],
    ['void', 'void', [], ''],
    [
      'withdrawn over an objection',
      'blown',
      [
        ['object', 'supportHead'],
        ['withdraw', 'secretary'],
      ],
      '',
    ],
    ['voiding is asked for', 'planned', [['requestVoid', 'secretary']], 'housing voiding'],
    ['supervised', 'planned', [order], 'housing urban'],
    [
      'the answer to a supervision waits',
      'planned',
      [order, ['receiveSupervision', 'supportHandler'], ['replySupervision', 'supportHandler']],
      'housing issuer judging',
    ],
  ];

  it.each(table)('%s', (_, state, steps, expected) => {
    expect(owing([...wayToWhistle[state], ...steps])).toBe(expected);
  });

  it('is somebody in every open state, and nobody after the end', () => {
    for (const [state, way] of Object.entries(wayToWhistle)) {
      const over = ['cleared', 'withdrawn', 'void'].includes(state);
      expect(owing(way) === '', state).toBe(over);
    }
  });
});
