import { bigrams, searchTerms } from '#server/modules/cases/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { whistleScope } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleFilters } from '#shared/dispatch/whistle-queries.ts';
import { whistleNotFound } from './refusals.ts';
import { whistleWhere } from './whistle-scope-where.ts';

type Where = Prisma.WhistleWhereInput;

/** Scope and filters of a list of whistles; its counts and figures use the same. */
export async function whistleListWhere(ctx: Ctx, filters: WhistleFilters): Promise<Where> {
  const { states, types, unitId, departmentId, text, blownFrom, blownTo } = filters;
  const parts: Where[] = [whistleWhere(whistleScope(ctx.actor))];
  if (states) parts.push({ state: { in: states } });
  if (types) parts.push({ whistleType: { in: types } });
  if (unitId !== undefined) parts.push(await unitWhere(ctx, unitId));
  if (departmentId !== undefined) parts.push({ departmentIds: { has: departmentId } });
  if (blownFrom !== undefined) parts.push({ blownAt: { gte: new Date(blownFrom) } });
  if (blownTo !== undefined) parts.push({ blownAt: { lt: new Date(blownTo) } });
  if (text !== undefined) parts.push(...searchTerms(text).map(termWhere));
  return { AND: parts };
}

async function unitWhere(ctx: Ctx, id: string): Promise<Where> {
  const unit = await ctx.db.territoryUnit.findUnique({ where: { id }, select: { path: true } });
  if (!unit) throw whistleNotFound();
  return { unitPath: { startsWith: unit.path } };
}

function termWhere(term: string): Where {
  const grams = bigrams(term);
  const contains = { searchText: { contains: term } };
  return grams.length === 0 ? contains : { grams: { hasEvery: grams }, ...contains };
}
