import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { CategoryEntry } from '#shared/cases/category-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { categoryEntry, inForceAt } from '../category-store.ts';

/** The tree of classes in force, majors and minors in their order; public knowledge to everybody signed in. */
export async function listCategories(ctx: Ctx, { at }: { at?: Instant | undefined }): Promise<CategoryEntry[]> {
  const district = await homeDistrict(ctx.db, ctx.actor);
  const rows = await ctx.db.category.findMany({
    where: { districtId: district.id, ...inForceAt(at ?? ctx.now()) },
    orderBy: [{ scheme: 'asc' }, { sort: 'asc' }, { code: 'asc' }],
  });
  return rows.map(categoryEntry);
}

/** Every version of one class, newest first. */
export async function readCategoryHistory(ctx: Ctx, key: { districtId: string; scheme: string; code: string }): Promise<CategoryEntry[]> {
  const { districtId, scheme, code } = key;
  const rows = await ctx.db.category.findMany({ where: { districtId, scheme, code }, orderBy: { version: 'desc' } });
  return rows.map(categoryEntry);
}
