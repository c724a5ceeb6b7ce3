import { describe, expect, it } from 'vitest';
import { leadingMark, todoDues } from './todo-dues.ts';
import { watchedLimit } from './whistle-clock.ts';
import { defaultWhistleSettings } from './whistle-context.ts';
import { HOUSING, URBAN } from './whistle-samples.ts';
import type { WhistleState } from './whistle-schema.ts';
import { ofUnit, todoOf } from './whistle-todo.ts';
import { type ScriptedWhistleStep, walkWhistle, wayToWhistle } from './whistle-walk.ts';

const answered: ScriptedWhistleStep = ['acknowledge', 'leadHandler'];

describe('until when a step is owed', () => {
  it('is each unit’s own limit, whatever another has missed', () => {
    const { snapshot } = walkWhistle([...wayToWhistle.blown, answered]);
    const [lead, support] = snapshot.units;
    expect(todoDues(snapshot, defaultWhistleSettings)).toEqual([
      { mark: ofUnit(HOUSING), due: lead?.reportInDue?.at },
      { mark: ofUnit(URBAN), due: support?.ackDue?.at },
    ]);
    expect(lead?.reportInDue?.at).toBeGreaterThan(support?.ackDue?.at ?? Number.NaN);
  });

  it.each(Object.keys(wayToWhistle) as WhistleState[])('stands for every mark, of an office by the limit to watch: %s', (state) => {
    const { snapshot } = walkWhistle(wayToWhistle[state]);
    const dues = todoDues(snapshot, defaultWhistleSettings);
    expect(dues.map(({ mark }) => mark)).toEqual(todoOf(snapshot, defaultWhistleSettings));
    const offices = dues.filter(({ mark }) => !mark.startsWith('unit:'));
    expect(new Set(offices.map(({ due }) => due)).size).toBeLessThan(2);
    for (const { due } of offices) expect(due).toBe(watchedLimit(snapshot)?.due?.at ?? null);
  });
});

describe('the mark a row stands under', () => {
  const [unit, other] = [ofUnit(HOUSING), ofUnit(URBAN)];
  it.each<[string, [string, number | null][], string | null]>([
    ['none', [], null],
    ['the only one', [['street', 5]], 'street'],
    [
      'an own unit before an office, also a later one',
      [
        ['street', 1],
        [unit, 9],
      ],
      unit,
    ],
    [
      'of two units the nearer',
      [
        [unit, 9],
        [other, 2],
      ],
      other,
    ],
    [
      'a limit before none',
      [
        [unit, null],
        [other, 2],
      ],
      other,
    ],
    [
      'equal ones by their name, in whatever order they come',
      [
        ['voiding', 3],
        ['secretary', 3],
      ],
      'secretary',
    ],
  ])('is %s', (_, marks, expected) => {
    const given = marks.map(([mark, due]) => ({ mark, due }));
    expect(leadingMark(given)?.mark ?? null).toBe(expected);
    expect(leadingMark(given.toReversed())?.mark ?? null).toBe(expected);
  });
});
