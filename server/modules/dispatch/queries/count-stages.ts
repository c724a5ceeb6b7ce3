import type { Ctx } from '#server/platform/context.ts';
import type { CountStagesInput } from '#shared/dispatch/whistle-queries.ts';
import type { WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { whistleListWhere } from '../whistle-list-where.ts';
import { whistleViewWhere } from '../whistle-view-where.ts';

/** Whistles of a named list by state, by the very filter the list uses; a state without any is left out. */
export async function countStages(
  ctx: Ctx,
  { view, ...filters }: CountStagesInput,
): Promise<{ asOf: Instant; counts: Partial<Record<WhistleState, number>> }> {
  const now = ctx.now();
  const where = { AND: [await whistleListWhere(ctx, filters), whistleViewWhere(view, { actor: ctx.actor, now })] };
  const rows = await ctx.db.whistle.groupBy({ by: ['state'], where, _count: true });
  return { asOf: now, counts: Object.fromEntries(rows.map(({ state, _count }) => [state, _count])) };
}
