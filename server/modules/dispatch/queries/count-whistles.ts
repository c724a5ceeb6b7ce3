import type { Ctx } from '#server/platform/context.ts';
import { type CountWhistlesInput, type WhistleView, whistleViews } from '#shared/dispatch/whistle-queries.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { whistleListWhere } from '../whistle-list-where.ts';
import { whistleViewWhere } from '../whistle-view-where.ts';

export type WhistleCounts = { asOf: Instant; counts: Partial<Record<WhistleView, number>> };

/** How many whistles each named list holds for this person; every number is the count of the very filter its list uses. */
export async function countWhistles(ctx: Ctx, input: CountWhistlesInput): Promise<WhistleCounts> {
  const { views = [...whistleViews], ...filters } = input;
  const now = ctx.now();
  const narrowed = await whistleListWhere(ctx, filters);
  const wanted = [...new Set(views)];
  const counted = await ctx.db.$transaction(
    wanted.map((view) => ctx.db.whistle.count({ where: { AND: [narrowed, whistleViewWhere(view, { actor: ctx.actor, now })] } })),
    { isolationLevel: 'RepeatableRead' },
  );
  return { asOf: now, counts: Object.fromEntries(wanted.map((view, index) => [view, counted[index] ?? 0])) };
}
