import { describe, expect, it } from 'vitest';
import { caseStates } from '#shared/cases/cases-schema.ts';
import { shapes } from '../../ui/icons/shapes.ts';
import { caseStateLooks, mapLookOf } from './case-state-look.ts';
import { dueTone, usedShare } from './due-tone.ts';
import { chineseNumber, sealCells } from './seal-cells.ts';
import { segmentAfter } from './thread-segment.ts';

it('gives every state a shape of its own, so that it reads without colour', () => {
  const used = caseStates.map((state) => caseStateLooks[state].shape);
  expect(new Set(used).size).toBe(caseStates.length);
  for (const shape of used) expect(shapes[shape]).toBeDefined();
});

it('shows the traffic light before the state on a map', () => {
  const looks = (['green', 'yellow', 'red', 'grey'] as const).map((light) => mapLookOf({ state: 'dispatched', light }).shape);
  expect(looks).toEqual(['quarter', 'triangleAlert', 'notchedAlert', 'quarter']);
});

describe('the clock', () => {
  const base = { due: 1000, soonAt: 800, now: 0, held: false, provisional: false };
  it.each([
    [{}, 'green'],
    [{ now: 799 }, 'green'],
    [{ now: 800 }, 'soon'],
    [{ now: 1000 }, 'soon'],
    [{ now: 1001 }, 'late'],
    [{ now: 1001, held: true }, 'held'],
    [{ soonAt: null }, 'held'],
    [{ provisional: true }, 'provisional'],
    [{ provisional: true, now: 900 }, 'soon'],
    [{ provisional: true, now: 2000 }, 'late'],
  ] as const)('%o is %s', (change, tone) => expect(dueTone({ ...base, ...change })).toBe(tone));
  it('measures what is used between 0 and 1', () => {
    expect(usedShare({ from: 0, due: 100, now: 25 })).toBe(0.25);
    expect(usedShare({ from: 0, due: 100, now: -5 })).toBe(0);
    expect(usedShare({ from: 0, due: 100, now: 500 })).toBe(1);
    expect(usedShare({ from: 100, due: 100, now: 100 })).toBe(1);
  });
});

describe('the seal', () => {
  it.each([
    ['友谊河社区', 3, '友谊河三'],
    ['友谊河社区', 12, '友谊十二'],
    ['友谊河社区', null, '友谊社区'],
    ['四环', 1, '四环一格'],
  ])('%s %s', (community, grid, cells) => expect(sealCells(community, grid).join('')).toBe(cells));
  it.each([
    [0, '〇'],
    [9, '九'],
    [10, '十'],
    [20, '二十'],
    [35, '三十五'],
  ])('writes %i', (value, words) => expect(chineseNumber(value)).toBe(words));
});

it('turns the line to cinnabar from the missed hour on and dashes what is only promised', () => {
  const line = (['passed', 'passed', 'now', 'next'] as const).map((state) => ({ state }));
  expect(line.map((_, index) => segmentAfter(line, index))).toEqual(['solid', 'solid', 'dashed', 'solid']);
  const late = (['passed', 'missed', 'passed', 'next'] as const).map((state) => ({ state }));
  expect(late.slice(0, 3).map((_, index) => segmentAfter(late, index))).toEqual(['solid', 'late', 'late']);
});
