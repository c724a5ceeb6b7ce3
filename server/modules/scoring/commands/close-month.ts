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
 * Closes last month for every community, and before it what was missed since its newest closed one; the queue calls it hourly, so every
 * zone is met soon after its midnight.
 */
export async function closeMonths(ctx: Platform): Promise<number> {
  const where = { level: 'district', validTo: null };
  const districts = await ctx.db.territoryUnit.findMany({ where, select: { id: true, path: true }, orderBy: { no: 'asc' } });
  return eachAlone(ctx, { what: 'scores of a district not closed', all: districts }, async ({ id, path }) => {
    const { timeZone } = await districtOf(ctx.db, id);
    const communities = await communitiesOf(ctx, path);
    return eachAlone(ctx, { what: 'score not closed', all: communities }, async ({ id: communityId, newest }) => {
      const months = monthsToClose(newest, { timeZone, now: ctx.now() });
      for (const month of months) await closeMonth(ctx, { communityId, month });
      return months.length;
    });
  });
}

/** The communities of a district, each with the newest month that is closed. */
async function communitiesOf(ctx: Platform, path: string): Promise<{ id: string; newest: LocalMonth | undefined }[]> {
  const where = { level: 'community', validTo: null, path: { startsWith: path } };
  const communities = await ctx.db.territoryUnit.findMany({ where, select: { id: true } });
  const ids = communities.map(({ id }) => id);
  const closed = await ctx.db.scoreResult.groupBy({ by: ['communityId'], where: { communityId: { in: ids } }, _max: { month: true } });
  const newest = new Map(closed.map(({ communityId, _max }) => [communityId, _max.month ?? undefined]));
  return ids.map((id) => ({ id, newest: newest.get(id) }));
}
