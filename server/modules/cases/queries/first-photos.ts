import type { Db } from '#server/platform/db.ts';
import type { CaseId, FileId } from '#shared/kernel/ids.ts';

/** The earliest photo of each case's report; a case without one is missing. */
export async function firstPhotos(db: Db, caseIds: readonly CaseId[]): Promise<Map<string, FileId>> {
  const rows = await db.storedFile.findMany({
    where: { caseId: { in: [...caseIds] }, purpose: 'report' },
    orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, caseId: true },
  });
  // the earliest comes last and stays
  return new Map(rows.flatMap(({ id, caseId }) => (caseId === null ? [] : [[caseId, id as FileId] as const])));
}
