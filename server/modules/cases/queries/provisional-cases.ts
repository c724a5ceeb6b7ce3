import type { Db } from '#server/platform/db.ts';
import type { CaseId } from '#shared/kernel/ids.ts';

/** Ids of cases of a district with a provisional due time, in order, from the one after `after`. */
export async function provisionalCases(db: Db, { districtId, after }: { districtId: string; after: string | null }): Promise<CaseId[]> {
  const rows = await db.case.findMany({
    where: { districtId, provisional: true, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    select: { id: true },
    take: 500,
  });
  return rows.map((row) => row.id as CaseId);
}
