import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { type LocalMonth, localMonth } from '#shared/kernel/time.ts';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
import type { ScoreResult, ScoringScheme } from '#shared/scoring/scoring-schema.ts';
import { readScoredCommunity } from '../score-scope.ts';
import { readSchemeOf } from '../scoring-store.ts';
import { monthScore } from './month-score.ts';

export const readScoreInput = z.object({ communityId: unitId, month: localMonth });

/** A score without the id lists: `counted` and `reached` say how many cases the lists hold. `running` = the month is not over. */
export type ScoreDto = Omit<ScoreResult, 'indicators'> & {
  community: { id: string; name: string };
  month: LocalMonth;
  /** months that may be chosen, oldest first */
  months: LocalMonth[];
  running: boolean;
  scheme: Pick<ScoringScheme, 'effectiveFrom' | 'minSample' | 'minRankedWeight' | 'partialCredit'>;
  indicators: (Omit<ScoreResult['indicators'][number], 'tally'> & { counted: number; reached: number; partial: number })[];
};

const MONTHS_SHOWN = 6;

/** The score of one community and month; a closed month as it was stored, the running one from the events of this moment. */
export async function readScore(ctx: Ctx, input: z.infer<typeof readScoreInput>): Promise<ScoreDto> {
  const community = await readScoredCommunity(ctx.db, { actor: ctx.actor, communityId: input.communityId });
  const { score, current, running } = await monthScore(ctx, { community, month: input.month });
  const { effectiveFrom, minSample, minRankedWeight, partialCredit } = await readSchemeOf(ctx.db, {
    districtId: community.districtId,
    score,
  });
  return {
    ...score,
    community: { id: community.id, name: community.name },
    month: input.month,
    months: Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(current, index - MONTHS_SHOWN + 1)),
    running,
    scheme: { effectiveFrom, minSample, minRankedWeight, partialCredit },
    indicators: score.indicators.map(({ tally, ...rest }) => ({
      ...rest,
      counted: tally.denominator.length,
      reached: tally.numerator.length,
      partial: tally.partial.length,
    })),
  };
}
