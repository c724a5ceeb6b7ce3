import { SYSTEM_USER } from '#server/modules/cases/index.ts';
import { districtOf } from '#server/modules/territory/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { announce } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
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

/** Closes last month for every community that has not been closed yet; the queue calls it hourly, so every zone is met soon after its midnight. */
export async function closeLastMonth(ctx: Platform): Promise<number> {
  const districts = await ctx.db.territoryUnit.findMany({ where: { level: 'district', validTo: null }, select: { id: true, path: true } });
  let closed = 0;
  for (const { id, path } of districts) {
    const { timeZone } = await districtOf(ctx.db, id);
    const month = addMonths(monthAt(timeZone, ctx.now()), -1);
    for (const communityId of await unclosed(ctx, { path, month })) if (await closeMonth(ctx, { communityId, month })) closed += 1;
  }
  return closed;
}

/** Communities of a district whose score of the month is not stored yet. */
async function unclosed(ctx: Platform, { path, month }: { path: string; month: LocalMonth }): Promise<string[]> {
  const where = { level: 'community', validTo: null, path: { startsWith: path } };
  const communities = await ctx.db.territoryUnit.findMany({ where, select: { id: true } });
  const ids = communities.map(({ id }) => id);
  const stored = await ctx.db.scoreResult.findMany({ where: { month, communityId: { in: ids } }, select: { communityId: true } });
  const known = new Set(stored.map(({ communityId }) => communityId));
  return ids.filter((id) => !known.has(id));
}
