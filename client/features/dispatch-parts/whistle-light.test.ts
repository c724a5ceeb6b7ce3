import { expect, it } from 'vitest';
import { whistleLight } from './whistle-light.ts';

const due = { at: 1000, calendarVersion: 1, provisional: false };

it.each([
  [true, 500, 'grey'],
  [true, 900, 'grey'],
  [true, 1000, 'grey'],
  [true, 1001, 'red'],
  [false, 500, 'green'],
  [false, 900, 'yellow'],
  [false, 1001, 'red'],
] as const)('held %s at %i is %s', (held, now, light) => {
  expect(whistleLight({ due, soonAt: 800, held }, now)).toBe(light);
});
