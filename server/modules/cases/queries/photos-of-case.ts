import { type PhotoFacts, photoFacts } from '#server/modules/files/index.ts';
import type { Db } from '#server/platform/db.ts';
import type { CaseId, FileId } from '#shared/kernel/ids.ts';

/** The photos of a case in the order they came; the files themselves are served by the files module. */
export async function photosOfCase(db: Db, caseId: CaseId): Promise<PhotoFacts[]> {
  const rows = await db.storedFile.findMany({ where: { caseId }, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }], select: { id: true } });
  return photoFacts(
    db,
    rows.map((row) => row.id as FileId),
  );
}
