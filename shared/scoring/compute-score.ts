import type { Instant } from '../kernel/time.ts';
import type { Period } from '../kernel/zone-time.ts';
import type { CaseFacts } from './case-facts.ts';
import { FORMULA_VERSION, rateOf, weightedTotal } from './formula.ts';
import { gradeOf } from './grade.ts';
import { isCaseIndicator, tallyIndicator } from './indicators.ts';
import type { ExcludedCounts, IndicatorId, IndicatorResult, SampleState, ScoreBody, ScoringScheme, Tally } from './scoring-schema.ts';

export type ScoreInput = {
  scheme: ScoringScheme;
  /** the unit or department that is scored; `facts` are its cases as of `asOf` */
  subject: string;
  period: Period;
  asOf: Instant;
  facts: readonly CaseFacts[];
  /** cases flagged malicious by dispatcher and secretary together */
  maliciousIds?: ReadonlySet<string>;
  /** figures of the indicators that other modules keep (wishes, visits, deliberations) */
  supplied?: Readonly<Partial<Record<IndicatorId, Tally>>>;
};

type ScoreTotal = Pick<ScoreBody, 'total' | 'grade' | 'ranked'>;
const nothing: Tally = { denominator: [], numerator: [], partial: [] };

/** Whether so many cases make a sample; small ones count, are marked and never ranked. */
export function sampleOf(counted: number, { minSample }: Pick<ScoringScheme, 'minSample'>): SampleState {
  if (counted === 0) return 'notApplicable';
  return counted < minSample ? 'insufficient' : 'sufficient';
}

type Weighed = Pick<IndicatorResult, 'weight' | 'value' | 'sample'>;
type Thresholds = Pick<ScoringScheme, 'gradeBands' | 'minRankedWeight'>;

/** The total over weighed indicators, its letter, and whether enough of the weight rests on sufficient samples for a rank. */
export function totalOf(indicators: readonly Weighed[], { gradeBands, minRankedWeight }: Thresholds): ScoreTotal {
  const total = weightedTotal(indicators);
  const sufficient = indicators.reduce((sum, { sample, weight }) => sum + (sample === 'sufficient' ? weight : 0), 0);
  return { total, grade: gradeOf(total?.value ?? null, gradeBands), ranked: total !== null && sufficient >= minRankedWeight };
}

/** The result of one indicator from what it counted. */
export function indicatorResultOf(id: IndicatorId, input: { weight: number; tally: Tally; scheme: ScoringScheme }): IndicatorResult {
  const { weight, tally, scheme } = input;
  const denominator = tally.denominator.length;
  const numerator = tally.numerator.length * 100 + tally.partial.length * scheme.partialCredit;
  return { id, weight, numerator, denominator, value: rateOf(numerator, denominator), sample: sampleOf(denominator, scheme), tally };
}

function countExcluded({ facts, period, maliciousIds }: ScoreInput): ExcludedCounts {
  const counts = { reported: 0, void: 0, declined: 0, diverted: 0, malicious: 0 };
  for (const one of facts) {
    if (one.reportedAt < period.t0 || one.reportedAt >= period.t1) continue;
    counts.reported += 1;
    if (one.excluded !== null) counts[one.excluded] += 1;
    else if (maliciousIds?.has(one.caseId)) counts.malicious += 1;
  }
  const excluded = counts.void + counts.declined + counts.diverted + counts.malicious;
  return { ...counts, share: rateOf(excluded * 100, counts.reported) };
}

/**
 * The score of one subject in one period by one scheme (scoring.md D7). Same input, same output: the server hashes the canonical JSON
 * of the body. Of a month that still runs only what is past by `asOf` is asked for: a limit that ends later is not missed yet. An
 * indicator without cases is N/A and its weight goes to the others; a small sample counts and is marked; a total that rests for less
 * than `minRankedWeight` on sufficient samples is shown without a rank.
 */
export function computeScore(input: ScoreInput): ScoreBody {
  const { scheme, period, asOf, maliciousIds, supplied } = input;
  const past = { t0: period.t0, t1: Math.min(period.t1, asOf + 1) };
  const facts = input.facts.filter((one) => one.excluded === null && !maliciousIds?.has(one.caseId));
  const indicators = scheme.indicators.map(({ id, weight }) => {
    const tally = isCaseIndicator(id) ? tallyIndicator(id, { facts, period: past, options: scheme }) : (supplied?.[id] ?? nothing);
    return indicatorResultOf(id, { weight, tally, scheme });
  });
  return {
    formulaVersion: FORMULA_VERSION,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    subject: input.subject,
    t0: period.t0,
    t1: period.t1,
    asOf,
    indicators,
    ...totalOf(indicators, scheme),
    excluded: countExcluded(input),
  };
}
