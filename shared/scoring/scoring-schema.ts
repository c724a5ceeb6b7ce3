import * as z from 'zod/mini';
import { instant, localDate } from '../kernel/time.ts';

/** Indicators of a community's score (scoring.md D7). The last three are N/A until their modules supply figures. */
export const indicatorIds = [
  'responseRate',
  'onTimeClosureRate',
  'resolutionRate',
  'satisfactionRate',
  'firstPassRate',
  'proactiveRate',
  'wishFulfilmentRate',
  'visitRate',
  'deliberationDelivery',
] as const;
export const indicatorId = z.enum(indicatorIds);
export type IndicatorId = z.infer<typeof indicatorId>;

/** Whole hundredths: 8845 is 88.45 points or per cent. */
export const hundredths = z.int().check(z.gte(0));

export const gradeLetters = ['A', 'B', 'C', 'D', 'E'] as const;
export const gradeLetter = z.enum(gradeLetters);
export type GradeLetter = z.infer<typeof gradeLetter>;

/** Lowest value of the bands A to D in hundredths; below the last is E. */
export const gradeBands = z
  .tuple([hundredths, hundredths, hundredths, hundredths])
  .check(z.refine(([a, b, c, d]) => a > b && b > c && c > d, 'gradeBandsNotFalling'));
export type GradeBands = z.infer<typeof gradeBands>;

const percent = z.int().check(z.gte(0), z.lte(100));
const unitWeights = z.object({ reportIn: percent, disposal: percent, firstPass: percent, unitRating: percent, resolution: percent });
const whistleBand = z.object({ from: z.int().check(z.gte(1)), to: z.int() }).check(z.refine(({ from, to }) => from < to, 'bandNotRising'));

/** What a scheme says of whistles: weights of a unit's score, which sum to 100, and of a hundred registered cases how many whistles are full points. */
export const whistleRules = z.object({
  weights: unitWeights.check(z.refine((each) => Object.values(each).reduce((sum, weight) => sum + weight, 0) === 100, 'weightsNot100')),
  band: whistleBand,
});
export type WhistleRules = z.infer<typeof whistleRules>;

/** The weights and the band of scoring.md D7; what a scheme from before whistles had figures means. */
export const defaultWhistleRules: WhistleRules = {
  weights: { reportIn: 20, disposal: 30, firstPass: 15, unitRating: 20, resolution: 15 },
  band: { from: 2, to: 10 },
};

const weighted = z.array(z.object({ id: indicatorId, weight: z.int().check(z.gte(0), z.lte(100)) }));

/**
 * A versioned scoring scheme: weights, thresholds and the date from which it counts. Weights sum to 100; `partialCredit` is what a
 * callback "partly solved" counts in hundredths of a case; a rating from `satisfiedFrom` on is satisfied (5 levels);
 * `minRankedWeight` is the share of weight that must rest on sufficient samples before a total is ranked.
 */
export const scoringScheme = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  version: z.int().check(z.gte(1)),
  effectiveFrom: localDate,
  indicators: weighted.check(
    z.refine((list) => list.reduce((sum, { weight }) => sum + weight, 0) === 100, 'weightsNot100'),
    z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'indicatorTwice'),
  ),
  minSample: z.int().check(z.gte(1)),
  minRankedWeight: z.int().check(z.gte(0), z.lte(100)),
  partialCredit: z.int().check(z.gte(0), z.lte(100)),
  satisfiedFrom: z.int().check(z.gte(1), z.lte(5)),
  gradeBands,
  whistles: z._default(whistleRules, defaultWhistleRules),
});
export type ScoringScheme = z.infer<typeof scoringScheme>;

export const sampleStates = ['sufficient', 'insufficient', 'notApplicable'] as const;
export type SampleState = (typeof sampleStates)[number];

const ids = z.array(z.string());

/** What an indicator counted: every figure opens these lists. `numerator` and `partial` are parts of `denominator`. */
export const tally = z.object({ denominator: ids, numerator: ids, partial: ids });
export type Tally = z.infer<typeof tally>;

/** `numerator` in hundredths of a case (partial credit), `denominator` in cases, `value` in hundredths of a per cent, null = N/A. */
export const indicatorResult = z.object({
  id: indicatorId,
  weight: z.int(),
  numerator: hundredths,
  denominator: z.int(),
  value: z.nullable(hundredths),
  sample: z.enum(sampleStates),
  tally,
});
export type IndicatorResult = z.infer<typeof indicatorResult>;

/** A fraction of integers with its rounded value in hundredths; compare by the fraction, show the value. */
export const fraction = z.object({ numerator: z.int(), denominator: z.int(), value: hundredths });
export type Fraction = z.infer<typeof fraction>;

export const exclusionReasons = ['void', 'declined', 'diverted', 'malicious'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Cases reported in the period that are not assessed, by reason; their share is published itself. */
export const excludedCounts = z.object({
  reported: z.int(),
  void: z.int(),
  declined: z.int(),
  diverted: z.int(),
  malicious: z.int(),
  share: z.nullable(hundredths),
});
export type ExcludedCounts = z.infer<typeof excludedCounts>;

/** A score with everything it rests on; null total = nothing could be assessed. `subject` is a unit or a department. */
export const scoreBody = z.object({
  formulaVersion: z.int(),
  schemeId: z.string(),
  schemeVersion: z.int(),
  subject: z.string(),
  t0: instant,
  t1: instant,
  asOf: instant,
  indicators: z.array(indicatorResult),
  total: z.nullable(fraction),
  grade: z.nullable(gradeLetter),
  /** false: too little rests on sufficient samples, shown without a rank */
  ranked: z.boolean(),
  excluded: excludedCounts,
});
export type ScoreBody = z.infer<typeof scoreBody>;

/** A stored score: `hash` is the SHA-256 (hex) of the canonical JSON of the body. */
export const scoreResult = z.extend(scoreBody, { hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });
export type ScoreResult = z.infer<typeof scoreResult>;
