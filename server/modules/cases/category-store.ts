import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import { type CaseCategory, caseCategory } from '#shared/cases/cases-schema.ts';
import type { CategoryEntry } from '#shared/cases/category-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';

type CategoryKey = { districtId: string; scheme: string; code: string };

/** The minor class a case may be reported under at a moment; null when there is none in force or it only groups others. */
export async function findReportable(db: Db | Tx, key: CategoryKey & { at: Instant }): Promise<CaseCategory | null> {
  const { districtId, scheme, code, at } = key;
  const minor = await db.category.findFirst({ where: { districtId, scheme, parentCode: code, ...inForceAt(at) }, select: { id: true } });
  return minor ? null : findCategory(db, key);
}

async function findCategory(db: Db | Tx, { districtId, scheme, code, at }: CategoryKey & { at: Instant }): Promise<CaseCategory | null> {
  const row = await db.category.findFirst({
    where: { districtId, scheme, code, ...inForceAt(at) },
    orderBy: { version: 'desc' },
    select: { data: true },
  });
  return row && caseCategory.parse(row.data);
}

/** The category of an existing case: in force now, or, when it was retired meanwhile, its last version. */
export async function findCategoryOfCase(db: Db | Tx, key: CategoryKey & { at: Instant }): Promise<CaseCategory | null> {
  const now = await findCategory(db, key);
  if (now) return now;
  const { districtId, scheme, code } = key;
  const row = await db.category.findFirst({ where: { districtId, scheme, code }, orderBy: { version: 'desc' }, select: { data: true } });
  return row && caseCategory.parse(row.data);
}

export function inForceAt(at: Instant): Prisma.CategoryWhereInput {
  const moment = new Date(at);
  return { validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] };
}

/** A stored version as the pages read it. */
export function categoryEntry(row: CategoryRow): CategoryEntry {
  const { parentCode, version, sort, validFrom, validTo } = row;
  return {
    ...caseCategory.parse(row.data),
    parentCode,
    version,
    sort,
    validFrom: validFrom.getTime(),
    validTo: validTo?.getTime() ?? null,
  };
}

export type CategoryRow = Prisma.CategoryGetPayload<object>;

/** The newest version of a class; the district's classes stay locked until the transaction ends. */
export async function lockNewest(tx: Tx, { districtId, scheme, code }: CategoryKey): Promise<CategoryRow | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`category ${districtId}`}, 0))`;
  return tx.category.findFirst({ where: { districtId, scheme, code }, orderBy: { version: 'desc' } });
}

/** The version in force ends when the next one begins. */
export async function endVersion(tx: Tx, { id, validTo }: { id: string; validTo: Instant }): Promise<void> {
  await tx.category.update({ where: { id }, data: { validTo: new Date(validTo) }, select: { id: true } });
}
