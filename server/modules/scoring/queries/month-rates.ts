import type { Ctx } from '#server/platform/context.ts';
import { Prisma } from '#server/platform/db.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import type { IndicatorId, ScoreResult, Tally } from '#shared/scoring/scoring-schema.ts';
import { readScoredCommunity } from '../score-scope.ts';
import { monthScore } from './month-score.ts';

/** `numerator` in hundredths of a case, `denominator` in cases. */
export type Rate = { numerator: number; denominator: number };
export type CommunityRates = ReadonlyMap<string, Readonly<Partial<Record<IndicatorId, Rate>>>>;
type Asked = { communityIds: readonly string[]; month: LocalMonth; indicators: readonly IndicatorId[] };
type RateRow = { communityId: string; id: IndicatorId; numerator: number; denominator: number };

/** Months not closed yet are computed for at most so many communities; the queue closes the rest within the hour. */
const COMPUTED = 5;

/** Rates of several communities in one month, without their case lists; read from the stored scores. */
export async function monthRates(ctx: Ctx, { communityIds, month, indicators }: Asked): Promise<CommunityRates> {
  const rows = await ctx.db.$queryRaw<RateRow[]>(Prisma.sql`
    select s."community_id" as "communityId", i ->> 'id' as "id", (i ->> 'numerator')::int as "numerator", (i ->> 'denominator')::int as "denominator"
    from "score_result" s, jsonb_array_elements(s."result" -> 'indicators') i
    where s."community_id" = any(${[...communityIds]}::uuid[]) and s."month" = ${month} and i ->> 'id' = any(${[...indicators]}::text[])`);
  const rates = new Map<string, Partial<Record<IndicatorId, Rate>>>();
  const add = ({ communityId, id, numerator, denominator }: RateRow) => {
    rates.set(communityId, { ...rates.get(communityId), [id]: { numerator, denominator } });
  };
  for (const row of rows) add(row);
  for (const communityId of communityIds.filter((id) => !rates.has(id)).slice(0, COMPUTED)) {
    const score = await scoreOf(ctx, { communityId, month });
    for (const { id, numerator, denominator } of score.indicators)
      if (indicators.includes(id)) add({ communityId, id, numerator, denominator });
  }
  return rates;
}

/** The cases that one indicator counted in a community and month. */
export async function monthTally(ctx: Ctx, asked: { communityId: string; month: LocalMonth; indicator: IndicatorId }): Promise<Tally> {
  const score = await scoreOf(ctx, asked);
  return score.indicators.find(({ id }) => id === asked.indicator)?.tally ?? { denominator: [], numerator: [], partial: [] };
}

async function scoreOf(ctx: Ctx, { communityId, month }: { communityId: string; month: LocalMonth }): Promise<ScoreResult> {
  const community = await readScoredCommunity(ctx.db, { actor: ctx.actor, communityId });
  return (await monthScore(ctx, { community, month })).score;
}
