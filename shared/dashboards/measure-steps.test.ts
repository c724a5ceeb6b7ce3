import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureBreaks, stepOf } from './measure-steps.ts';

describe('measureBreaks', () => {
  it.each([
    { values: [2.18, 2.85, 3.52, 1.9], least: 0.1, breaks: [2, 2.5, 3] },
    { values: [0, 1, 2, 0], least: 1, breaks: [1, 2, 3] },
    { values: [], least: 1, breaks: [1, 2, 3] },
    { values: [5, 5, 5], least: 1, breaks: [6, 7, 8] },
    { values: [82.5, 100, 93.75], least: 1, breaks: [85, 90, 95] },
  ])('$values', ({ values, least, breaks }) => {
    expect(measureBreaks(values, least)).toEqual(breaks);
  });

  it('always rises, and colours lower values no darker than higher ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 30 }), fc.constantFrom(1, 10), (values, least) => {
        const breaks = measureBreaks(values, least);
        expect(breaks[0]).toBeLessThan(breaks[1]);
        expect(breaks[1]).toBeLessThan(breaks[2]);
        const sorted = values.toSorted((a, b) => a - b).map((value) => stepOf(value, breaks));
        expect(sorted).toEqual(sorted.toSorted());
      }),
    );
  });

  it('gives the lowest value the lightest colour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 }), (values) => {
        expect(stepOf(Math.min(...values), measureBreaks(values, 1))).toBe(1);
      }),
    );
  });
});
