import { describe, expect, it } from 'vitest';
import { headIssues } from './whistle-guards-oversight.ts';
import { judgedUnits, type judgingSteps } from './whistle-preconditions.ts';
import { HOUSING, URBAN, whistleActor } from './whistle-samples.ts';
import { type ScriptedWhistleStep, walkWhistle, wayToWhistle } from './whistle-walk.ts';

const secretary = whistleActor('secretary');
const replied: readonly ScriptedWhistleStep[] = [
  ['supervise', 'secretary'],
  ['receiveSupervision', 'leadHead'],
  ['replySupervision', 'leadHead'],
];

const lines = [
  ['a secretary orders either unit', 'supervise', secretary, [], [HOUSING, URBAN]],
  ['the head of the lead orders the other one only', 'supervise', headIssues, [], [URBAN]],
  ['whoever ordered it judges the reply', 'closeSupervision', secretary, replied, [HOUSING]],
  ['nobody judges the reply of the own unit', 'closeSupervision', headIssues, replied, []],
] as const satisfies readonly [string, (typeof judgingSteps)[number], ...unknown[]][];

describe('the units a form offers to judge', () => {
  it.each(lines)('%s', (_, action, actor, after, units) => {
    const { snapshot } = walkWhistle([...wayToWhistle.blown, ...after]);
    if (snapshot === null) throw new Error('no whistle was blown');
    expect(judgedUnits(action, { snapshot, actor }).map(({ departmentId }) => departmentId)).toEqual(units);
  });
});
