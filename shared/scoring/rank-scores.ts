import { rankByFraction } from './formula.ts';
import type { IndicatorId, ScoreBody } from './scoring-schema.ts';

export type RankedScore = { score: ScoreBody; rank: number | null };

/**
 * Ranks scores by their exact totals, or by one indicator: equal ones share a rank (1, 1, 3). A total that is not ranked, and an indicator
 * that is N/A or rests on a small sample, gets null and comes last in the given order.
 */
export function rankScores(scores: readonly ScoreBody[], by: IndicatorId | 'total' = 'total'): RankedScore[] {
  const measured = scores.map((score) => {
    if (by === 'total') return { score, fraction: score.ranked ? score.total : null };
    const indicator = score.indicators.find(({ id }) => id === by);
    return { score, fraction: indicator?.sample === 'sufficient' ? indicator : null };
  });
  const ranked = measured.flatMap(({ score, fraction }) => (fraction === null ? [] : [{ score, fraction }]));
  const unranked = measured.filter(({ fraction }) => fraction === null).map(({ score }) => ({ score, rank: null }));
  return [...rankByFraction(ranked).map(({ item, rank }) => ({ score: item.score, rank })), ...unranked];
}
