import type { Ctx } from '#server/platform/context.ts';
import { type CaseView, type CountCasesInput, caseViews } from '#shared/cases/case-queries.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { askerOf, listWhere } from '../list-where.ts';
import { viewWhere } from '../view-where.ts';

export type CaseCounts = { asOf: Instant; counts: Partial<Record<CaseView, number>> };

/** How many cases each named list holds for this person; every number is the count of the very filter its list uses. */
export async function countCases(ctx: Ctx, input: CountCasesInput): Promise<CaseCounts> {
  const { views = [...caseViews], ...filters } = input;
  const [asker, narrowed] = await Promise.all([askerOf(ctx), listWhere(ctx, filters)]);
  const wanted = [...new Set(views)];
  const counted = await ctx.db.$transaction(
    wanted.map((view) => ctx.db.case.count({ where: { AND: [narrowed, viewWhere(view, asker)] } })),
    { isolationLevel: 'RepeatableRead' },
  );
  return { asOf: asker.now, counts: Object.fromEntries(wanted.map((view, index) => [view, counted[index] ?? 0])) };
}
