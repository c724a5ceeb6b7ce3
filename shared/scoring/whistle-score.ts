import { sampleOf, totalOf } from './compute-score.ts';
import { divideHalfUp, rateOf } from './formula.ts';
import { defaultScheme } from './scheme.ts';
import type { ScoringScheme } from './scoring-schema.ts';
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

/** Rows of one kind counted together; a figure never needs more of them than this. */
export type MeasureGroup = Pick<WhistleMeasure, 'measure' | 'side' | 'verdict' | 'excluded' | 'part' | 'whole'> & { count: number };

/** The score of a unit (scoring.md D7): weights sum to 100; thresholds are those of a community's score. */
export const unitScheme: Pick<ScoringScheme, 'minSample' | 'minRankedWeight' | 'partialCredit' | 'gradeBands'> & {
  version: number;
  weights: Readonly<Record<WhistleIndicatorId, number>>;
} = {
  version: 1,
  weights: {
    ...{ reportIn: 20, disposal: 30, firstPass: 15, unitRating: 20, resolution: 15 },
    ...{ response: 0, onSpot: 0, onSiteDelay: 0, rounds: 0, whistleRating: 0 },
  },
  ...{ minSample: defaultScheme.minSample, minRankedWeight: defaultScheme.minRankedWeight },
  ...{ partialCredit: defaultScheme.partialCredit, gradeBands: defaultScheme.gradeBands },
};

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

function sumOf(groups: readonly MeasureGroup[], measure: WhistleMeasureId): Sum {
  const sum = { numerator: 0, denominator: 0, counted: 0, reached: 0, partial: 0 };
  for (const group of groups) {
    if (group.measure !== measure) continue;
    const { verdict, part, whole, count } = group;
    sum.numerator += part + (verdict === 'partial' ? count * unitScheme.partialCredit : 0);
    sum.denominator += whole;
    sum.counted += count;
    if (verdict === 'full') sum.reached += count;
    if (verdict === 'partial') sum.partial += count;
  }
  return sum;
}

/** One figure; `lateMinutes` are the legal minutes of delay of all its arrivals together. */
function figureOf(id: WhistleIndicatorId, groups: readonly MeasureGroup[], lateMinutes: number): WhistleFigure {
  const sum = sumOf(groups, id);
  const kind = figureKinds[id];
  const numerator = kind === 'minutes' ? lateMinutes * 100 : sum.numerator;
  const { counted, denominator } = sum;
  const mean = counted === 0 ? null : divideHalfUp(numerator, denominator);
  const value = kind === 'rate' ? rateOf(numerator, denominator) : mean;
  return { ...sum, id, kind, weight: unitScheme.weights[id], numerator, value, sample: sampleOf(counted, unitScheme) };
}

function excludedOf(groups: readonly MeasureGroup[]): ExcludedCalls {
  const calls = groups.filter(({ measure }) => measure === 'called');
  const count = (wanted: (group: MeasureGroup) => boolean) => calls.filter(wanted).reduce((sum, group) => sum + group.count, 0);
  const [called, excluded] = [count(() => true), count((group) => group.excluded !== null)];
  const [released, excused, withdrawn, voided] = callExclusions.map((reason) => count((group) => group.excluded === reason));
  const reasons = { released: released ?? 0, excused: excused ?? 0, withdrawn: withdrawn ?? 0, void: voided ?? 0 };
  return { ...reasons, called, excluded, share: rateOf(excluded * 100, called) };
}

type Scored = { subject: FigureSubject; groups: readonly MeasureGroup[]; lateMinutes: number };

/**
 * All figures of a unit or an area from its counted rows (scoring.md D7): integers only, two decimals half up, nothing to count = N/A
 * with the weight spread over the others, small samples counted and marked. Only a unit has a score: an area is not one party.
 */
export function scoreWhistles({ subject, groups, lateMinutes }: Scored): WhistleScore {
  const counting = groups.filter((group) => countsFor(subject, group));
  const figures = whistleIndicatorIds.map((id) => figureOf(id, counting, lateMinutes));
  const scored = figures.filter(({ weight }) => weight > 0);
  const total = subject === 'unit' ? totalOf(scored, unitScheme) : { total: null, grade: null, ranked: false };
  return { figures, ...total, excluded: excludedOf(groups) };
}

/** How many whistles were blown; the same rows open behind the band. */
export function blownIn(groups: readonly MeasureGroup[]): number {
  return sumOf(groups, 'blown').counted;
}

/** Of a hundred registered cases from 2 to 10 whistles are full points (scoring.md D7, `whistleBandScore`). */
const BAND = { from: 2, to: 10 } as const;

/** The band score: 100 from 2 to 10 whistles of 100 registered cases; above 100×(1−(r−10)/10), below 100×(1−(2−r)/2), never below 0. */
export function whistleBand({ whistles, registered }: { whistles: number; registered: number }): WhistleBand {
  const perHundred = rateOf(whistles * 100, registered);
  const of = (value: number | null) => ({ whistles, registered, perHundred, value });
  if (registered === 0) return of(null);
  // r = 100 × whistles ÷ registered, kept as a fraction
  const top = whistles * 100;
  if (top < BAND.from * registered) return of(divideHalfUp(top * 10_000, BAND.from * registered));
  if (top <= BAND.to * registered) return of(10_000);
  const left = 2 * BAND.to * registered - top;
  return of(left <= 0 ? 0 : divideHalfUp(left * 10_000, BAND.to * registered));
}
