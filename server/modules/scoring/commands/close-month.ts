import { SYSTEM_USER } from '#server/modules/cases/index.ts';
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
  const communities = await ctx.db.territoryUnit.findMany({ where: { level: 'community', validTo: null }, select: { id: true } });
  let closed = 0;
  for (const { id } of communities) {
    const community = await readScoredCommunity(ctx.db, { actor: systemActor(SYSTEM_USER), communityId: id });
    const month = addMonths(monthAt(community.timeZone, ctx.now()), -1);
    const known = await ctx.db.scoreResult.count({ where: { communityId: id, month } });
    if (known === 0 && (await closeMonth(ctx, { communityId: id, month }))) closed += 1;
  }
  return closed;
}
