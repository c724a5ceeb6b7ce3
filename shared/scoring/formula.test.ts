import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, rankByFraction, rateOf, serviceGap, weightedTotal } from './formula.ts';
import { gradeOf } from './grade.ts';
import { defaultScheme, schemeOn } from './scheme.ts';
import { hundredthsText } from './scoring.i18n.ts';
import { scoringScheme } from './scoring-schema.ts';

const three = (a: number, b: number, c: number) =>
  weightedTotal([
    { value: a, weight: 30 },
    { value: b, weight: 35 },
    { value: c, weight: 35 },
  ])?.value;

/** Example C: numerator and denominator of a community's month, in the order of the default scheme. */
const month = [
  [114, 120],
  [88, 100],
  [68, 80],
  [72, 80],
  [90, 96],
  [62, 100],
  [21, 25],
  [38, 40],
  [0, 0],
] as const;

describe('worked examples', () => {
  it('B: three rates at 30/35/35', () => {
    expect(three(9970, 9230, 9450)).toBe(9529);
    expect(three(10000, 7436, 8539)).toBe(8591);
  });

  it('C: N/A gives its weight to the others', () => {
    const values = month.map(([part, whole]) => rateOf(part * 100, whole));
    expect(values).toEqual([9500, 8800, 8500, 9000, 9375, 6200, 8400, 9500, null]);
    const parts = defaultScheme.indicators.map(({ weight }, i) => ({ value: values[i] ?? null, weight }));
    expect(weightedTotal(parts)).toEqual({ numerator: 840_250, denominator: 95, value: 8845 });
    const filled = (value: number) => weightedTotal(parts.map((part) => ({ ...part, value: part.value ?? value })))?.value;
    // the two wrong readings of N/A, so that nobody "repairs" the total into one of them
    expect([filled(0), filled(10_000)]).toEqual([8403, 8903]);
  });

  it('H: gap between own and other households', () => {
    expect([rateOf(1100, 12), rateOf(5400, 60), rateOf(9600, 858)]).toEqual([9167, 9000, 1119]);
    expect(serviceGap({ own: { onTime: 11, due: 12 }, others: { onTime: 54, due: 60 } })).toEqual({ gap: 167, alarm: false });
    expect(serviceGap({ own: { onTime: 60, due: 60 }, others: { onTime: 56, due: 60 } })).toEqual({ gap: 667, alarm: true });
    expect(serviceGap({ own: { onTime: 0, due: 0 }, others: { onTime: 56, due: 60 } })).toBeNull();
  });
});

describe('arithmetic', () => {
  it.each([
    [1, 3, 0],
    [1, 2, 1],
    [2, 3, 1],
    [5, 2, 3],
    [0, 7, 0],
    [840_250, 95, 8845],
  ])('%i / %i = %i, half up', (a, b, expected) => {
    expect(divideHalfUp(a, b)).toBe(expected);
  });

  it('refuses what is no fraction', () => {
    for (const [a, b] of [
      [1, 0],
      [-1, 2],
      [1.5, 2],
      [1, Number.NaN],
    ] as const)
      expect(() => divideHalfUp(a, b)).toThrow(RangeError);
  });

  it('equals exact division with big integers', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (a, b) => {
        expect(divideHalfUp(a, b)).toBe(Number((2n * BigInt(a) + BigInt(b)) / (2n * BigInt(b))));
      }),
    );
  });

  it('N/A never changes the relative weight of the others', () => {
    const part = fc.record({ value: fc.integer({ min: 0, max: 10_000 }), weight: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 9 }),
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 5 }),
        (parts, gone) => {
          const total = weightedTotal(parts);
          expect(weightedTotal([...gone.map((weight) => ({ value: null, weight })), ...parts])).toEqual(total);
          const values = parts.map(({ value }) => value);
          expect(total?.value).toBeGreaterThanOrEqual(Math.min(...values));
          expect(total?.value).toBeLessThanOrEqual(Math.max(...values));
        },
      ),
    );
    expect(weightedTotal([{ value: null, weight: 100 }])).toBeNull();
  });

  it('shows two decimals', () => {
    expect([8845, 10_000, 5, null].map(hundredthsText)).toEqual(['88.45', '100.00', '0.05', '–']);
  });
});

describe('ranks', () => {
  const ranksOf = (fractions: [number, number][]) =>
    rankByFraction(fractions.map(([numerator, denominator]) => ({ fraction: { numerator, denominator } }))).map(({ rank }) => rank);

  it('exact ties share a rank, and the next is skipped', () => {
    expect(
      ranksOf([
        [9000, 1],
        [18_000, 2],
        [8999, 1],
      ]),
    ).toEqual([1, 1, 3]);
    expect(
      ranksOf([
        [1, 2],
        [3, 4],
        [3, 4],
        [9, 12],
        [1, 5],
      ]),
    ).toEqual([1, 1, 1, 4, 5]);
  });

  it('equal as shown is not equal', () => {
    // both show 33.33
    expect([rateOf(33_330, 1000), rateOf(33_333 * 100, 100_000)]).toEqual([3333, 3333]);
    expect(
      ranksOf([
        [33_330, 1000],
        [3_333_300, 100_000],
      ]),
    ).toEqual([1, 2]);
  });

  it('a rank is one more than the number of greater ones', () => {
    const fractions = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 })), { maxLength: 12 });
    fc.assert(
      fc.property(fractions, (list) => {
        for (const { item, rank } of rankByFraction(list.map(([numerator, denominator]) => ({ fraction: { numerator, denominator } })))) {
          const { numerator, denominator } = item.fraction;
          expect(rank).toBe(1 + list.filter(([n, d]) => n * denominator > numerator * d).length);
        }
      }),
    );
  });
});

describe('scheme and bands', () => {
  it.each([
    [10_000, 'A'],
    [9000, 'A'],
    [8999, 'B'],
    [8000, 'B'],
    [7000, 'C'],
    [6000, 'D'],
    [5999, 'E'],
    [0, 'E'],
    [null, null],
  ])('%s is %s', (value, letter) => {
    expect(gradeOf(value, defaultScheme.gradeBands)).toBe(letter);
  });

  it('weights sum to 100, each indicator once, bands fall', () => {
    expect(scoringScheme.safeParse(defaultScheme).success).toBe(true);
    const [first, ...others] = defaultScheme.indicators;
    const wrong = [
      { indicators: others },
      { indicators: [...defaultScheme.indicators, { ...first, weight: 0 }] },
      { gradeBands: [9000, 9000, 7000, 6000] },
      { partialCredit: 50.5 },
    ];
    for (const change of wrong) expect(scoringScheme.safeParse({ ...defaultScheme, ...change }).success).toBe(false);
  });

  it('the latest scheme not after the date is in force', () => {
    const schemes = [
      { ...defaultScheme, version: 2, effectiveFrom: '2026-07-01' },
      { ...defaultScheme, version: 3, effectiveFrom: '2026-07-01' },
      defaultScheme,
    ];
    expect(['2010-01-01', '2026-06-30', '2026-07-01', '2030-01-01'].map((d) => schemeOn(schemes, d)?.version ?? null)).toEqual([
      null,
      1,
      3,
      3,
    ]);
  });
});
