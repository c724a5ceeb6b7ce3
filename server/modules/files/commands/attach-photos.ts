import type { Tx } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import type { FilesRefusalCode, PhotoPurpose } from '#shared/files/files-schema.ts';
import { proofs } from '#shared/files/photo-purposes.ts';
import type { FileId } from '#shared/kernel/ids.ts';
import { countSamePictures, findFiles, giveTo, isUnused, lockFiles, type PhotoOwner } from '../files-store.ts';

export type AttachPhotosInput = { photoIds: readonly FileId[]; owner: PhotoOwner; purpose: PhotoPurpose; actorId: string };

/**
 * Gives photos to a case or a whistle inside the caller's transaction; each photo serves once, and what proves work may not be the same
 * picture sent anew, so that an old picture cannot prove new work.
 * Refuses `photoMissing`, `photoNotYours`, `photoUsed` with how many are concerned.
 */
export async function attachPhotos(tx: Tx, input: AttachPhotosInput): Promise<void> {
  const ids = [...new Set(input.photoIds)];
  if (ids.length === 0) return;
  await lockFiles(tx, ids);
  const rows = await findFiles(tx, ids);
  refuseIf('photoMissing', ids.length - rows.length);
  refuseIf('photoNotYours', rows.filter((row) => row.ownerId !== input.actorId).length);
  refuseIf('photoUsed', rows.filter((row) => !isUnused(row)).length);
  if (proofs.some((purpose) => purpose === input.purpose)) {
    refuseIf('photoUsed', await countSamePictures(tx, rows));
  }
  await giveTo(tx, { ids, owner: input.owner, purpose: input.purpose });
}

function refuseIf(code: FilesRefusalCode, count: number): void {
  if (count > 0) throw new RefusalError({ module: 'files', refusal: { code, params: { count } }, kind: 'conflict' });
}
