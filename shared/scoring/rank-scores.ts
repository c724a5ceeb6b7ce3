import { rankByFraction } from './formula.ts';
import type { Fraction, IndicatorId, ScoreBody } from './scoring-schema.ts';

export type RankedScore = { score: ScoreBody; rank: number | null };
type Compared = Pick<Fraction, 'numerator' | 'denominator'>;

/** Ranks by an exact fraction: equal ones share a rank (1, 1, 3); whatever has none gets null and comes last in the given order. */
export function rankBy<T>(items: readonly T[], fractionOf: (item: T) => Compared | null): { item: T; rank: number | null }[] {
  const measured = items.map((item) => ({ item, fraction: fractionOf(item) }));
  const ranked = measured.flatMap(({ item, fraction }) => (fraction === null ? [] : [{ item, fraction }]));
  const unranked = measured.filter(({ fraction }) => fraction === null).map(({ item }) => ({ item, rank: null }));
  return [...rankByFraction(ranked).map(({ item, rank }) => ({ item: item.item, rank })), ...unranked];
}

/** Ranks scores by their totals or by one indicator; a total that is not ranked, and an indicator that is N/A or small, has no rank. */
export function rankScores(scores: readonly ScoreBody[], by: IndicatorId | 'total' = 'total'): RankedScore[] {
  const fractionOf = (score: ScoreBody): Compared | null => {
    if (by === 'total') return score.ranked ? score.total : null;
    const indicator = score.indicators.find(({ id }) => id === by);
    return indicator?.sample === 'sufficient' ? indicator : null;
  };
  return rankBy(scores, fractionOf).map(({ item, rank }) => ({ score: item, rank }));
}
