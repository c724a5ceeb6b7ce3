import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import type { RetireCategoryInput } from '#shared/cases/category-schema.ts';
import { type CategoryChange, categoryRefusal, changeCategory } from '../category-change.ts';
import { endVersion, inForceAt, lockNewest } from '../category-store.ts';

/**
 * Takes a class out of use from a moment on; cases under it go on. For administrators of the district.
 * Refuses `outsideScope`, `notFound`, `versionChanged`, `dateInPast`, `inUseAsGroup`.
 */
export async function retireCategory(ctx: Ctx, input: RetireCategoryInput): Promise<CategoryChange> {
  const { requestId, districtId, scheme, code } = input;
  const work = (tx: Tx) => retire(ctx, tx, input);
  return changeCategory(ctx, { action: 'retireCategory', requestId, districtId, scheme, code, work });
}

async function retire(ctx: Ctx, tx: Tx, input: RetireCategoryInput): Promise<{ id: string; version: number }> {
  const { districtId, scheme, code, validTo } = input;
  const newest = await lockNewest(tx, { districtId, scheme, code });
  if (!newest) throw categoryRefusal('notFound');
  const { id, version } = newest;
  if (version !== input.expectedVersion) throw categoryRefusal('versionChanged', { version });
  if (validTo < ctx.now() || validTo <= newest.validFrom.getTime()) throw categoryRefusal('dateInPast');
  const minors = await tx.category.count({ where: { districtId, scheme, parentCode: code, ...inForceAt(validTo) } });
  if (minors > 0) throw categoryRefusal('inUseAsGroup');
  await endVersion(tx, { id, validTo });
  return { id, version };
}
