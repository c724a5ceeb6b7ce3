import { describe, expect, it } from 'vitest';
import type { WhistleAction } from '#shared/dispatch/whistle-actions.ts';
import type { WhistleState } from '#shared/dispatch/whistle-schema.ts';
import { whistleTransitions } from '#shared/dispatch/whistle-table.ts';
import { whistleId } from '#shared/kernel/ids.ts';
import { boardMove } from './board-moves.ts';
import { type BoardStage, boardStages, stageSteps } from './board-stages.ts';

const id = whistleId.parse('0192f0c0-7a10-7000-8000-000000000001');
const requestId = '0192f0c0-7a10-7000-8000-000000000002';
const put = (state: WhistleState, stage: BoardStage, allowedActions: WhistleAction[], asked: 'blow'[] = []) =>
  boardMove({ id, version: 3, state, allowedActions, asked }, { stage, requestId });

describe('the steps a column stands for', () => {
  it.each(boardStages)('%s: each leads there by the table of the lifecycle', (stage) => {
    for (const action of stageSteps[stage]) expect(whistleTransitions[action].to, action).toContain(stage);
  });
});

describe('a card put on a column', () => {
  it.each<[WhistleState, BoardStage, WhistleAction]>([
    ['drafted', 'blown', 'approveBlow'],
    ['onSite', 'opinionsCollected', 'closeOpinions'],
    ['planned', 'executing', 'start'],
    ['fedBack', 'cleared', 'clear'],
  ])('%s on %s is %s, with nothing more to say', (state, stage, action) => {
    expect(put(state, stage, [action, 'addNote'])).toMatchObject({
      kind: 'move',
      action,
      command: { action, input: { whistleId: id, expectedVersion: 3, requestId } },
    });
  });
  it.each<[string, WhistleState, BoardStage, WhistleAction[], ReturnType<typeof boardMove>]>([
    ['its own column', 'blown', 'blown', [], { kind: 'here' }],
    ['挂账 stands with the work', 'onHold', 'executing', ['resume'], { kind: 'here' }],
    ['a step with photos', 'executing', 'completed', ['complete'], { kind: 'needsInput', action: 'complete' }],
    [
      'a plan is confirmed by who has read it',
      'opinionsCollected',
      'planned',
      ['approvePlan'],
      { kind: 'needsInput', action: 'approvePlan' },
    ],
    ['a failed acceptance needs its reason', 'completed', 'executing', ['rejectWork'], { kind: 'needsInput', action: 'rejectWork' }],
    ['a way aside is no move: the units come', 'acknowledged', 'onSite', ['excuseUnit'], { kind: 'notAllowed', action: 'reportIn' }],
    ['not allowed now', 'fedBack', 'cleared', [], { kind: 'notAllowed', action: 'clear' }],
    ['a step is skipped', 'drafted', 'executing', [], { kind: 'noWay' }],
    ['nothing goes back', 'planned', 'onSite', ['start'], { kind: 'noWay' }],
  ])('%s', (_name, state, stage, allowed, expected) => {
    expect(put(state, stage, allowed)).toEqual(expected);
  });
  it('does not ask for the blow again while the street has it', () => {
    expect(put('drafted', 'blown', ['blow'], ['blow'])).toEqual({ kind: 'notAllowed', action: 'approveBlow' });
    expect(put('drafted', 'blown', ['blow'])).toMatchObject({ kind: 'move', action: 'blow' });
  });
});
