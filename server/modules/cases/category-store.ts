import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import { type CaseCategory, caseCategory } from '#shared/cases/cases-schema.ts';
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
