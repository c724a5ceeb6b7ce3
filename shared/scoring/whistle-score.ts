import { sampleOf, totalOf } from './compute-score.ts';
import { divideHalfUp, rateOf } from './formula.ts';
import type { ScoringScheme, WhistleRules } from './scoring-schema.ts';
import {
  type ExcludedCalls,
  type FigureKind,
  type WhistleBand,
  type WhistleFigure,
  type WhistleIndicatorId,
  type WhistleScore,
  whistleIndicatorIds,
} from './whistle-figures-schema.ts';
import { callExclusions, type WhistleMeasure, type WhistleMeasureId, wholeWhistleMeasures } from './whistle-measures-schema.ts';

/** The version of the formulas; a closed month names the one it was computed with. */
export const WHISTLE_FORMULA_VERSION = 1;

/** Rows of one kind counted together; a figure never needs more of them than this. */
export type MeasureGroup = Pick<WhistleMeasure, 'measure' | 'side' | 'verdict' | 'excluded' | 'part' | 'whole'> & { count: number };

/** What of a district's scheme the figures of whistles go by: all of its thresholds, the weights and the band of its rules for whistles. */
export type UnitScheme = Pick<ScoringScheme, 'version' | 'minSample' | 'minRankedWeight' | 'partialCredit' | 'gradeBands'> & {
  weights: Readonly<Record<WhistleIndicatorId, number>>;
  band: WhistleRules['band'];
};

/** Reads it out of the scheme in force. */
export function unitSchemeOf({ version, minSample, minRankedWeight, partialCredit, gradeBands, whistles }: ScoringScheme): UnitScheme {
  const beside = { response: 0, onSpot: 0, onSiteDelay: 0, rounds: 0, whistleRating: 0 };
  return {
    ...{ version, minSample, minRankedWeight, partialCredit, gradeBands },
    weights: { ...whistles.weights, ...beside },
    band: whistles.band,
  };
}

/** What the value of a figure counts. */
export const figureKinds: Readonly<Record<WhistleIndicatorId, FigureKind>> = {
  ...{ reportIn: 'rate', disposal: 'rate', firstPass: 'rate', unitRating: 'rate', resolution: 'rate' },
  ...{ response: 'rate', onSpot: 'rate', onSiteDelay: 'minutes', rounds: 'times', whistleRating: 'rate' },
};

/** A unit is judged by its own part of each whistle; of an area the whole whistle counts once, by its lead. */
export type FigureSubject = 'unit' | 'area';

/** Whether a row counts for a subject; the database filter of lists asks the same. */
export function countsFor(subject: FigureSubject, { measure, side }: Pick<WhistleMeasure, 'measure' | 'side'>): boolean {
  return subject === 'unit' || side === 'lead' || !wholeWhistleMeasures.includes(measure);
}

/** Counts rows together, as the database does. */
export function groupMeasures(rows: readonly WhistleMeasure[]): MeasureGroup[] {
  const groups = new Map<string, MeasureGroup>();
  for (const { measure, side, verdict, excluded, part, whole } of rows) {
    const key = [measure, side, verdict, excluded].join(' ');
    const known = groups.get(key) ?? { measure, side, verdict, excluded, part: 0, whole: 0, count: 0 };
    groups.set(key, { ...known, part: known.part + part, whole: known.whole + whole, count: known.count + 1 });
  }
  return [...groups.values()];
}

type Sum = Pick<WhistleFigure, 'numerator' | 'denominator' | 'counted' | 'reached' | 'partial'>;

function sumOf(groups: readonly MeasureGroup[], measure: WhistleMeasureId, partialCredit: number): Sum {
  const sum = { numerator: 0, denominator: 0, counted: 0, reached: 0, partial: 0 };
  for (const group of groups) {
    if (group.measure !== measure) continue;
    const { verdict, part, whole, count } = group;
    sum.numerator += part + (verdict === 'partial' ? count * partialCredit : 0);
    sum.denominator += whole;
    sum.counted += count;
    if (verdict === 'full') sum.reached += count;
    if (verdict === 'partial') sum.partial += count;
  }
  return sum;
}

type Counted = { groups: readonly MeasureGroup[]; lateMinutes: number; scheme: UnitScheme };

/** One figure; `lateMinutes` are the legal minutes of delay of all its arrivals together. */
function figureOf(id: WhistleIndicatorId, { groups, lateMinutes, scheme }: Counted): WhistleFigure {
  const sum = sumOf(groups, id, scheme.partialCredit);
  const kind = figureKinds[id];
  const numerator = kind === 'minutes' ? lateMinutes * 100 : sum.numerator;
  const { counted, denominator } = sum;
  const mean = counted === 0 ? null : divideHalfUp(numerator, denominator);
  const value = kind === 'rate' ? rateOf(numerator, denominator) : mean;
  return { ...sum, id, kind, weight: scheme.weights[id], numerator, value, sample: sampleOf(counted, scheme) };
}

function excludedOf(groups: readonly MeasureGroup[]): ExcludedCalls {
  const calls = groups.filter(({ measure }) => measure === 'called');
  const count = (wanted: (group: MeasureGroup) => boolean) => calls.filter(wanted).reduce((sum, group) => sum + group.count, 0);
  const [called, excluded] = [count(() => true), count((group) => group.excluded !== null)];
  const [released, excused, withdrawn, voided] = callExclusions.map((reason) => count((group) => group.excluded === reason));
  const reasons = { released: released ?? 0, excused: excused ?? 0, withdrawn: withdrawn ?? 0, void: voided ?? 0 };
  return { ...reasons, called, excluded, share: rateOf(excluded * 100, called) };
}

type Scored = Counted & { subject: FigureSubject };

/**
 * All figures of a unit or an area from its counted rows (scoring.md D7): integers only, two decimals half up, nothing to count = N/A
 * with the weight spread over the others, small samples counted and marked. Only a unit has a score: an area is not one party.
 */
export function scoreWhistles({ subject, groups, lateMinutes, scheme }: Scored): WhistleScore {
  const counting = groups.filter((group) => countsFor(subject, group));
  const figures = whistleIndicatorIds.map((id) => figureOf(id, { groups: counting, lateMinutes, scheme }));
  const scored = figures.filter(({ weight }) => weight > 0);
  const total = subject === 'unit' ? totalOf(scored, scheme) : { total: null, grade: null, ranked: false };
  return { figures, ...total, excluded: excludedOf(groups) };
}

type Banded = { whistles: number; registered: number; band: WhistleRules['band'] };

/**
 * The band score (scoring.md D7, `whistleBandScore`): full points while r whistles of a hundred registered cases lie in the band; above it
 * 100×(1−(r−to)/to), below 100×(1−(from−r)/from), never below 0.
 */
export function whistleBand({ whistles, registered, band }: Banded): WhistleBand {
  const perHundred = rateOf(whistles * 100, registered);
  const of = (value: number | null) => ({ whistles, registered, perHundred, value });
  if (registered === 0) return of(null);
  // r = 100 × whistles ÷ registered, kept as a fraction
  const top = whistles * 100;
  if (top < band.from * registered) return of(divideHalfUp(top * 10_000, band.from * registered));
  if (top <= band.to * registered) return of(10_000);
  const left = 2 * band.to * registered - top;
  return of(left <= 0 ? 0 : divideHalfUp(left * 10_000, band.to * registered));
}
