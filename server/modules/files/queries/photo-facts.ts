import type { Db, Tx } from '#server/platform/db.ts';
import type { FileId } from '#shared/kernel/ids.ts';
import { findFiles } from '../files-store.ts';
import { type PhotoFacts, toPhotoFacts } from '../photo-facts-dto.ts';

/** The facts of photos in the order asked for; ids that do not exist are left out. Who may see them is the caller's question. */
export async function photoFacts(db: Db | Tx, ids: readonly FileId[]): Promise<PhotoFacts[]> {
  if (ids.length === 0) return [];
  const known = new Map((await findFiles(db, ids)).map((row) => [row.id, toPhotoFacts(row)]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
