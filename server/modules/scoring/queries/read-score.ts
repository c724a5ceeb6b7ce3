import * as z from 'zod/mini';
import { unitId } from '#shared/kernel/ids.ts';
import { type LocalMonth, localMonth } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
import type { ScoreResult } from '#shared/scoring/scoring-schema.ts';
import type { Ctx } from '#server/platform/context.ts';
import { readScoredCommunity } from '../score-scope.ts';
import { readStoredScore } from '../scoring-store.ts';
import { computeMonth } from './compute-month.ts';

export const readScoreInput = z.object({ communityId: unitId, month: localMonth });

/** A score without the id lists: `counted` and `reached` say how many cases the lists hold. `running` = the month is not over. */
export type ScoreDto = Omit<ScoreResult, 'indicators'> & {
  community: { id: string; name: string };
  month: LocalMonth;
  months: LocalMonth[];
  running: boolean;
  indicators: (Omit<ScoreResult['indicators'][number], 'tally'> & { counted: number; reached: number; partial: number })[];
};

const MONTHS_SHOWN = 6;

/** The score of one community and month; a closed month as it was stored, the running one from the events of this moment. */
export async function readScore(ctx: Ctx, input: z.infer<typeof readScoreInput>): Promise<ScoreDto> {
  const community = await readScoredCommunity(ctx.db, { actor: ctx.actor, communityId: input.communityId });
  const current = monthAt(community.timeZone, ctx.now());
  const stored = input.month < current ? await readStoredScore(ctx.db, { communityId: community.id, month: input.month }) : null;
  const score = stored ?? (await computeMonth(ctx, { community, month: input.month }));
  return {
    ...score,
    community: { id: community.id, name: community.name },
    month: input.month,
    months: Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(current, index - MONTHS_SHOWN + 1)),
    running: input.month >= current,
    indicators: score.indicators.map(({ tally, ...rest }) => ({ ...rest, counted: tally.denominator.length, reached: tally.numerator.length, partial: tally.partial.length })),
  };
}
