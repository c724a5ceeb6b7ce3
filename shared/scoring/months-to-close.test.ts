import { expect, it } from 'vitest';
import { monthsToClose } from './months-to-close.ts';

it.each([
  ['nothing closed yet', undefined, '2026-11-01T00:00+08:00', ['2026-10']],
  ['the last instant of a month', '2026-09', '2026-10-31T23:59+08:00', []],
  ['an ordinary first of the month', '2026-09', '2026-11-01T00:00+08:00', ['2026-10']],
  ['last month is closed', '2026-10', '2026-11-20T09:00+08:00', []],
  ['three months without a server, over the new year', '2026-10', '2027-02-02T09:00+08:00', ['2026-11', '2026-12', '2027-01']],
] as const)('%s', (_, newest, now, months) => {
  expect(monthsToClose(newest, { timeZone: 'Asia/Shanghai', now: Date.parse(now) })).toEqual(months);
});
