import { describe, expect, it } from 'vitest';
import { rangeAround, spanOf } from './figure-period.ts';

describe('periods of figures', () => {
  it.each([
    ['month', '2026-11-24', 0, '2026-11-01', '2026-11-30'],
    ['month', '2026-03-31', -1, '2026-02-01', '2026-02-28'],
    ['month', '2026-12-05', 1, '2027-01-01', '2027-01-31'],
    ['quarter', '2026-11-24', 0, '2026-10-01', '2026-12-31'],
    ['quarter', '2026-01-01', -1, '2025-10-01', '2025-12-31'],
    ['year', '2026-07-01', 0, '2026-01-01', '2026-12-31'],
    ['year', '2026-07-01', -2, '2024-01-01', '2024-12-31'],
  ] as const)('the %s of %s, %i on', (span, day, steps, from, to) => {
    expect(rangeAround(span, day, steps)).toEqual({ from, to });
    expect(spanOf({ from, to })).toBe(span);
  });

  it.each([
    ['2026-11-02', '2026-11-30'],
    ['2026-11-01', '2026-12-31'],
    ['2026-11-05', '2026-11-05'],
  ])('%s to %s is an own one', (from, to) => {
    expect(spanOf({ from, to })).toBe('own');
  });
});
