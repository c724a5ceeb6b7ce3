import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import type { ReviseCategoryInput } from '#shared/cases/category-schema.ts';
import { type CategoryChange, categoryRefusal, changeCategory } from '../category-change.ts';
import { endVersion, inForceAt, lockNewest } from '../category-store.ts';
import { readDutyCodes } from '../duty-codes.ts';

/**
 * Adds a class or a new version of one from a moment on; cases keep the limits frozen on their order. For administrators of the district.
 * Refuses `outsideScope`, `versionChanged`, `dateInPast`, `parentUnknown`, `departmentUnknown`, `dutyUnknown`.
 */
export async function reviseCategory(ctx: Ctx, input: ReviseCategoryInput): Promise<CategoryChange> {
  const { requestId, districtId, category } = input;
  const { scheme, code } = category;
  const work = (tx: Tx) => revise(ctx, tx, input);
  return changeCategory(ctx, { action: 'reviseCategory', requestId, districtId, scheme, code, work });
}

async function revise(ctx: Ctx, tx: Tx, input: ReviseCategoryInput): Promise<{ id: string; version: number }> {
  const { districtId, category, parentCode, sort, validFrom } = input;
  const { scheme, code } = category;
  const newest = await lockNewest(tx, { districtId, scheme, code });
  const version = newest?.version ?? 0;
  if (version !== input.expectedVersion) throw categoryRefusal('versionChanged', { version });
  if (validFrom < ctx.now() || (newest && validFrom <= newest.validFrom.getTime())) throw categoryRefusal('dateInPast');
  await checkReferences(tx, input);
  if (newest && (newest.validTo === null || newest.validTo.getTime() > validFrom))
    await endVersion(tx, { id: newest.id, validTo: validFrom });
  const row = { id: newId<string>(), districtId, scheme, code, parentCode, version: version + 1, sort, data: category };
  await tx.category.create({ data: { ...row, validFrom: new Date(validFrom) } });
  return { id: row.id, version: row.version };
}

async function checkReferences(tx: Tx, { districtId, category, parentCode, validFrom }: ReviseCategoryInput): Promise<void> {
  const { scheme, leadDepartmentId } = category;
  if (parentCode !== null) {
    const parents = await tx.category.count({ where: { districtId, scheme, code: parentCode, ...inForceAt(validFrom) } });
    if (parentCode === category.code || parents === 0) throw categoryRefusal('parentUnknown');
  }
  if (leadDepartmentId !== null && (await tx.department.count({ where: { id: leadDepartmentId } })) === 0) {
    throw categoryRefusal('departmentUnknown');
  }
  if (category.dutyCode !== null && !(await readDutyCodes(tx, { districtId, at: validFrom })).includes(category.dutyCode))
    throw categoryRefusal('dutyUnknown');
}
