import { SYSTEM_USER } from '#server/modules/cases/index.ts';
import { districtOf } from '#server/modules/territory/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { eachAlone } from '#server/platform/each-alone.ts';
import { newId } from '#server/platform/ids.ts';
import { announce } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { monthsToClose } from '#shared/scoring/months-to-close.ts';
import { computeMonth } from '../queries/compute-month.ts';
import { readScoredCommunity } from '../score-scope.ts';
import { storeScore } from '../scoring-store.ts';

/** Stores the score of one community for a month that is over; harmless when repeated. Answers whether the month was over. */
export async function closeMonth(ctx: Platform, options: { communityId: string; month: LocalMonth }): Promise<boolean> {
  const community = await readScoredCommunity(ctx.db, { actor: systemActor(SYSTEM_USER), communityId: options.communityId });
  if (options.month >= monthAt(community.timeZone, ctx.now())) return false;
  const score = await computeMonth(ctx, { community, month: options.month });
  await inTransaction(ctx, async (tx) => {
    const stored = await storeScore(tx, { id: newId(), communityId: community.id, month: options.month, score });
    if (!stored) return;
    const { id, path } = community;
    const nobody = { departmentIds: [], applicantId: null, reporterId: null };
    await announce(tx, { topic: 'score', id, version: score.schemeVersion, unitPath: path, communityId: id, ...nobody });
  });
  return true;
}

/**
 * Closes last month for every community that has not been closed yet, and before it what was missed since the newest month closed in its
 * district; the queue calls it hourly, so every zone is met soon after its midnight.
 */
export async function closeMonths(ctx: Platform): Promise<number> {
  const where = { level: 'district', validTo: null };
  const districts = await ctx.db.territoryUnit.findMany({ where, select: { id: true, path: true }, orderBy: { no: 'asc' } });
  return eachAlone(ctx, { what: 'scores of a district not closed', all: districts }, async ({ id, path }) => {
    const { timeZone } = await districtOf(ctx.db, id);
    const communities = await communitiesOf(ctx, path);
    const newest = await ctx.db.scoreResult.aggregate({ where: { communityId: { in: communities } }, _max: { month: true } });
    let closed = 0;
    for (const month of monthsToClose(newest._max.month ?? undefined, { timeZone, now: ctx.now() }))
      closed += await eachAlone(
        ctx,
        { what: 'score not closed', all: await unclosed(ctx, { communities, month }) },
        async ({ id: communityId }) => ((await closeMonth(ctx, { communityId, month })) ? 1 : 0),
      );
    return closed;
  });
}

async function communitiesOf(ctx: Platform, path: string): Promise<string[]> {
  const where = { level: 'community', validTo: null, path: { startsWith: path } };
  return (await ctx.db.territoryUnit.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** Of these communities those whose score of the month is not stored yet. */
async function unclosed(ctx: Platform, { communities, month }: { communities: string[]; month: LocalMonth }): Promise<{ id: string }[]> {
  const stored = await ctx.db.scoreResult.findMany({ where: { month, communityId: { in: communities } }, select: { communityId: true } });
  const known = new Set(stored.map(({ communityId }) => communityId));
  return communities.filter((id) => !known.has(id)).map((id) => ({ id }));
}
