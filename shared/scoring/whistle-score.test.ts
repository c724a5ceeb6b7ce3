import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../calendar/calendar-sample.ts';
import type { LimitUnit } from '../calendar/calendar-schema.ts';
import { HOUSING } from '../dispatch/whistle-samples.ts';
import { parseWallClock } from '../kernel/zone-time.ts';
import { lateMinutes } from './late-minutes.ts';
import { rankBy } from './rank-scores.ts';
import { defaultScheme } from './scheme.ts';
import { scoringScheme } from './scoring-schema.ts';
import type { WhistleIndicatorId } from './whistle-figures-schema.ts';
import { type MeasureVerdict, type WhistleMeasure, type WhistleMeasureId, whistleMeasureIds } from './whistle-measures-schema.ts';
import { groupMeasures, scoreWhistles, unitSchemeOf, whistleBand } from './whistle-score.ts';

const scheme = unitSchemeOf(defaultScheme);
type Row = Partial<WhistleMeasure> & { measure: WhistleMeasureId; verdict: MeasureVerdict };
const row = (given: Row): WhistleMeasure => ({
  ...{ departmentId: HOUSING, side: 'lead', limitUnit: 'workingDays', at: 0, doneAt: null, excluded: null },
  ...{ part: given.verdict === 'full' ? 100 : 0, whole: 1 },
  ...given,
});
const many = (count: number, given: Row) => Array.from({ length: count }, () => row(given));
/** `full` of `all` hold. */
const rates = (measure: WhistleMeasureId, full: number, all: number) => [
  ...many(full, { measure, verdict: 'full' }),
  ...many(all - full, { measure, verdict: 'none' }),
];
const marks = (count: number, sum: number) => many(count, { measure: 'unitRating', verdict: 'full', part: sum * 100, whole: 15 });
const scoreOf = (rows: readonly WhistleMeasure[], subject: 'unit' | 'area' = 'unit', late = 0) =>
  scoreWhistles({ subject, groups: groupMeasures(rows), lateMinutes: late, scheme });
const figure = (rows: readonly WhistleMeasure[], id: WhistleIndicatorId, subject: 'unit' | 'area' = 'unit', late = 0) =>
  scoreOf(rows, subject, late).figures.find((one) => one.id === id);

describe('the score of a unit', () => {
  it('weighs 100 together', () => {
    expect(Object.values(scheme.weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it('worked example: 18/20, 9/12, 10/11, marks 112 of 135, 7/9', () => {
    // 90.00 × 20 + 75.00 × 30 + 90.91 × 15 + 82.96 × 20 + 77.78 × 15 = 8239.55 → 82.40
    const rows = [
      ...rates('reportIn', 18, 20),
      ...rates('disposal', 9, 12),
      ...rates('firstPass', 10, 11),
      ...[...marks(5, 12), ...marks(4, 13)],
      ...rates('resolution', 7, 9),
    ];
    const { figures, total, grade, ranked } = scoreOf(rows);
    expect(figures.filter(({ weight }) => weight > 0).map(({ value }) => value)).toEqual([9000, 7500, 9091, 8296, 7778]);
    expect([total?.value, total?.denominator, grade, ranked]).toEqual([8240, 100, 'B', true]);
  });

  it('spreads the weight of what is N/A over the rest, never as 0 and never as 100', () => {
    const rows = [...rates('reportIn', 5, 5), ...rates('disposal', 4, 8), ...rates('firstPass', 6, 6), ...marks(6, 12)];
    // 100 × 20 + 50 × 30 + 100 × 15 + 80 × 20 = 6600 of 85 → 77.65; as 0: 66.00, as 100: 81.00
    expect(scoreOf(rows).total).toMatchObject({ denominator: 85, value: 7765 });
    expect(figure(rows, 'resolution')).toMatchObject({ value: null, sample: 'notApplicable' });
  });

  it('has none where nothing was counted', () => {
    expect(scoreOf([])).toMatchObject({ total: null, grade: null, ranked: false, excluded: { called: 0, share: null } });
  });

  it('counts small samples, marks them and gives no rank where too little is left', () => {
    const rows = [...rates('reportIn', 4, 4), ...rates('disposal', 4, 4)];
    expect(figure(rows, 'reportIn')).toMatchObject({ value: 10_000, sample: 'insufficient' });
    expect(scoreOf(rows)).toMatchObject({ total: { value: 10_000 }, ranked: false });
    expect(scoreOf([...rows, ...rates('reportIn', 1, 1), ...rates('disposal', 0, 1)]).ranked).toBe(true);
  });

  it('counts marks by what was given, and the sample by how many rated', () => {
    expect(figure(marks(4, 12), 'unitRating')).toMatchObject({
      numerator: 4800,
      denominator: 60,
      counted: 4,
      value: 8000,
      sample: 'insufficient',
    });
  });

  it('counts a partly solved one as the scheme says', () => {
    const rows = [...rates('resolution', 3, 4), ...many(1, { measure: 'resolution', verdict: 'partial' })];
    expect(figure(rows, 'resolution')).toMatchObject({ counted: 5, reached: 3, partial: 1, value: 6000 });
  });

  it('tells rounds and delays as means', () => {
    const rounds = [100, 100, 200].map((part) => row({ measure: 'rounds', verdict: part === 100 ? 'full' : 'none', part }));
    expect(figure(rounds, 'rounds')).toMatchObject({ kind: 'times', value: 133, reached: 2 });
    const arrivals = many(3, { measure: 'onSiteDelay', verdict: 'none', part: 0 });
    expect(figure(arrivals, 'onSiteDelay', 'unit', 100)).toMatchObject({ kind: 'minutes', value: 3333 });
  });

  it('tells how many calls are not assessed, and the share', () => {
    const excluded = (['released', 'excused', 'withdrawn', 'void', 'void'] as const).map((reason) =>
      row({ measure: 'called', verdict: 'none', excluded: reason }),
    );
    const { excluded: counts } = scoreOf([...many(10, { measure: 'called', verdict: 'full' }), ...excluded]);
    expect(counts).toEqual({ called: 15, excluded: 5, released: 1, excused: 1, withdrawn: 1, void: 2, share: 3333 });
  });

  it('shares ranks by exact totals: 1, 1, 3, and none without a sample', () => {
    const units = { a: [9, 10], b: [18, 20], c: [8, 10], d: [2, 2] } as const;
    const scores = Object.entries(units).map(([id, [full, all]]) => ({
      id,
      score: scoreOf([...rates('reportIn', full, all), ...rates('disposal', full, all)]),
    }));
    const ranked = rankBy(scores, ({ score }) => (score.ranked ? score.total : null));
    expect(ranked.map(({ item, rank }) => [item.id, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
      ['d', null],
    ]);
  });
});

describe('the scheme of a district', () => {
  const own = unitSchemeOf({
    ...{ ...defaultScheme, version: 3, minSample: 3, minRankedWeight: 60, partialCredit: 50, gradeBands: [9500, 9000, 8500, 8000] },
    whistles: { weights: { reportIn: 50, disposal: 20, firstPass: 10, unitRating: 10, resolution: 10 }, band: { from: 5, to: 20 } },
  });
  const rows = [...rates('reportIn', 3, 3), ...rates('disposal', 2, 4), ...many(2, { measure: 'resolution', verdict: 'partial' })];
  const score = scoreWhistles({ subject: 'unit', groups: groupMeasures(rows), lateMinutes: 0, scheme: own });

  it('gives weights, credit, samples, rank and letter', () => {
    // 100 × 50 + 50 × 20 + 50 × 10 = 6500 of 80 → 81.25; by the default scheme 100 × 20 + 50 × 30 + 0 × 15 of 65 → 53.85, E
    expect(score).toMatchObject({ total: { value: 8125, denominator: 80 }, grade: 'D', ranked: true });
    expect(score.figures.map(({ id, sample }) => [id, sample]).slice(0, 2)).toEqual([
      ['reportIn', 'sufficient'],
      ['disposal', 'sufficient'],
    ]);
    expect(scoreOf(rows)).toMatchObject({ total: { value: 5385, denominator: 65 }, grade: 'E', ranked: false });
  });

  it.each([
    ['weights that are not 100', { weights: { ...defaultScheme.whistles.weights, reportIn: 21 }, band: { from: 2, to: 10 } }],
    ['a band that does not rise', { weights: defaultScheme.whistles.weights, band: { from: 10, to: 10 } }],
  ])('is refused with %s', (_, whistles) => {
    expect(scoringScheme.safeParse({ ...defaultScheme, whistles }).success).toBe(false);
  });

  it('of an older version means the defaults', () => {
    const { whistles: _, ...older } = defaultScheme;
    expect(scoringScheme.parse(older)).toEqual(defaultScheme);
  });
});

describe('the figures of an area', () => {
  it('count every unit’s call, but each whistle once, and give no score', () => {
    const both = whistleMeasureIds.flatMap((measure) => [
      row({ measure, verdict: 'full' }),
      row({ measure, verdict: 'none', side: 'support' }),
    ]);
    const counted = Object.fromEntries(scoreOf(both, 'area').figures.map(({ id, counted }) => [id, counted]));
    expect(counted).toEqual({
      ...{ reportIn: 2, response: 2, onSpot: 2, onSiteDelay: 2, unitRating: 2, whistleRating: 2 },
      ...{ disposal: 1, firstPass: 1, rounds: 1, resolution: 1 },
    });
    expect(scoreOf(both, 'area').total).toBeNull();
    expect(figure(both, 'disposal', 'unit')).toMatchObject({ counted: 2 });
  });
});

describe('the band of whistles', () => {
  it.each([
    [0, 0, null, null],
    [0, 100, 0, 0],
    [1, 100, 100, 5000],
    [2, 100, 200, 10_000],
    [10, 100, 1000, 10_000],
    [11, 100, 1100, 9000],
    [15, 100, 1500, 5000],
    [20, 100, 2000, 0],
    [40, 100, 4000, 0],
    [1, 60, 167, 8333],
    [1, 7, 1429, 5714],
  ])('%i whistles of %i registered cases: %s of a hundred, %s points', (whistles, registered, perHundred, value) => {
    expect(whistleBand({ whistles, registered, band: scheme.band })).toEqual({ whistles, registered, perHundred, value });
  });

  it.each([
    [4, 100, 8000],
    [5, 100, 10_000],
    [20, 100, 10_000],
    [30, 100, 5000],
    [40, 100, 0],
  ])('of a district that wants 5 to 20: %i of %i are %i points', (whistles, registered, value) => {
    expect(whistleBand({ whistles, registered, band: { from: 5, to: 20 } }).value).toBe(value);
  });
});

describe('how late somebody came, in legal time (scoring.md D8 O)', () => {
  const at = (text: string) => parseWallClock('Asia/Shanghai', text) ?? Number.NaN;
  const due = '2026-11-24T18:00';
  it.each<[string, LimitUnit, string, string, number]>([
    ['at the due time', 'workingDays', due, due, 0],
    ['the evening does not count', 'workingDays', due, '2026-11-24T21:00', 0],
    ['an hour of the next morning', 'workingDays', due, '2026-11-25T09:30', 60],
    ['a begun minute counts', 'workingDays', due, '2026-11-25T08:30:01', 1],
    ['on the clock every minute does', 'minutes', due, '2026-11-24T21:00', 180],
    ['over a weekend: minutes', 'minutes', '2026-11-27T18:00', '2026-11-30T09:00', 63 * 60],
    ['over a weekend: hours', 'hours', '2026-11-27T18:00', '2026-11-30T09:00', 63 * 60],
    ['over a weekend: natural days', 'naturalDays', '2026-11-27T18:00', '2026-11-30T09:00', 63 * 60],
    ['over a weekend: working hours', 'workingHours', '2026-11-27T18:00', '2026-11-30T09:00', 30],
    ['over a weekend: working days', 'workingDays', '2026-11-27T18:00', '2026-11-30T09:00', 30],
    ['of natural days the seconds begin a minute too', 'naturalDays', due, '2026-11-24T18:00:01', 1],
  ])('%s', (_, limitUnit, from, to, minutes) => {
    expect(lateMinutes({ limitUnit, at: at(from), doneAt: at(to) }, calendar2026)).toBe(minutes);
  });
});
