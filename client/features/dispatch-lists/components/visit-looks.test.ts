import { expect, it } from 'vitest';
import { mostBehind, visitStanding } from './visit-looks.ts';

const due = { at: 1000, provisional: false, calendarVersion: 1 };
const visit = { kind: 'expected', at: 600, due, soonAt: 800 } as const;

it.each([
  ['an appointment ahead', visit, 500, 'green', 'half'],
  ['an appointment missed while the limit runs', visit, 601, 'yellow', 'triangleAlert'],
  ['four fifths of the limit', visit, 800, 'yellow', 'triangleAlert'],
  ['the last moment', visit, 1000, 'yellow', 'triangleAlert'],
  ['past the limit', visit, 1001, 'red', 'notchedAlert'],
  ['an appointment after the limit', { ...visit, at: 1200 }, 1001, 'red', 'notchedAlert'],
  ['only owed', { ...visit, kind: 'due', at: 1000 } as const, 799, 'green', 'ring'],
  ['there', { ...visit, kind: 'arrived', due: null, soonAt: null } as const, 5000, 'grey', 'tick'],
] as const)('%s', (_, one, now, light, shape) => {
  const standing = visitStanding(one, now);
  expect([standing.light, standing.look.shape]).toEqual([light, shape]);
});

it('draws a stop for the unit that is most behind, then for the one still to come', () => {
  const [there, ahead, late] = [
    { ...visit, kind: 'arrived', due: null, soonAt: null } as const,
    { ...visit, at: 990 },
    { ...visit, due: { ...due, at: 700 } },
  ];
  expect(mostBehind([there, ahead, late], 750)).toBe(late);
  expect(mostBehind([there, ahead], 750)).toBe(ahead);
  expect(mostBehind([there], 750)).toBe(there);
});
