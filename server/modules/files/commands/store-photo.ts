import { createHash } from 'node:crypto';
import type { Ctx } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { isUniqueViolation } from '#server/platform/transaction.ts';
import { type FilesRefusalCode, WAITING_PHOTOS_MAX } from '#shared/files/files-schema.ts';
import type { FileId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { countWaiting, findFile, type StoredFileRow } from '../files-store.ts';
import { type PhotoFacts, toPhotoFacts } from '../photo-facts-dto.ts';
import { readEvidence } from '../read-evidence.ts';
import { renderPhoto } from '../render-photo.ts';
import { sealBytes } from '../seal-bytes.ts';

export type StorePhotoInput = {
  id: FileId;
  bytes: Buffer;
  /** as the device says; null = take what the camera wrote */
  capturedAt: Instant | null;
  position: { lng: number; lat: number; accuracyM: number | null } | null;
};

/**
 * Keeps a photo of the actor until a command uses it: the original sealed, two copies without metadata, time and place as evidence.
 * The same id with the same bytes answers the first result. Refuses `photoFormat`, `photoBroken`, `photoEmpty`, `photoIdTaken`, `photosWaiting`.
 */
export async function storePhoto(ctx: Ctx, input: StorePhotoInput): Promise<{ photo: PhotoFacts; repeated: boolean }> {
  const sha256 = createHash('sha256').update(input.bytes).digest('hex');
  const known = await findFile(ctx.db, input.id);
  if (known) return repeated({ ctx, known, sha256 });

  const waiting = await countWaiting(ctx.db, ctx.actor.userId);
  if (waiting >= WAITING_PHOTOS_MAX) throw refusal('photosWaiting', { count: waiting });
  const rendered = await renderPhoto(input.bytes);
  if (!rendered.ok) throw refusal(rendered.code);
  const { photo } = rendered;
  const evidence = await readEvidence(input.bytes);

  // the hash is part of the key: two senders with one id never write over each other's files
  const folder = `${input.id.slice(-2)}/${input.id}/${sha256.slice(0, 16)}`;
  const keys = { originalKey: `originals/${folder}.sealed`, servedKey: `photos/${folder}.jpg`, thumbKey: `thumbs/${folder}.jpg` };
  await ctx.storage.put(keys.originalKey, sealBytes(input.bytes, ctx.env.secretKey));
  await ctx.storage.put(keys.servedKey, photo.full);
  await ctx.storage.put(keys.thumbKey, photo.thumb);
  const capturedAt = input.capturedAt ?? evidence.capturedAt;
  try {
    const row = await ctx.db.storedFile.create({
      data: {
        id: input.id,
        ownerId: ctx.actor.userId,
        mime: photo.mime,
        bytes: input.bytes.length,
        width: photo.width,
        height: photo.height,
        sha256,
        ...keys,
        capturedAt: capturedAt === null ? null : new Date(capturedAt),
        lng: input.position ? input.position.lng : evidence.lng,
        lat: input.position ? input.position.lat : evidence.lat,
        accuracyM: input.position?.accuracyM ?? null,
        exifCapturedAt: evidence.capturedAt === null ? null : new Date(evidence.capturedAt),
        exifLng: evidence.lng,
        exifLat: evidence.lat,
        uploadedAt: new Date(ctx.now()),
      },
    });
    return { photo: toPhotoFacts(row), repeated: false };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await findFile(ctx.db, input.id);
    if (!first) throw error;
    if (first.sha256 !== sha256) await Promise.all(Object.values(keys).map((key) => ctx.storage.remove(key)));
    return repeated({ ctx, known: first, sha256 });
  }
}

function repeated(options: { ctx: Ctx; known: StoredFileRow; sha256: string }): { photo: PhotoFacts; repeated: boolean } {
  const { ctx, known, sha256 } = options;
  if (known.ownerId !== ctx.actor.userId || known.sha256 !== sha256) throw refusal('photoIdTaken');
  return { photo: toPhotoFacts(known), repeated: true };
}

function refusal(code: FilesRefusalCode, params?: Record<string, number>): RefusalError {
  const kind = code === 'photosWaiting' ? 'tooMany' : code === 'photoIdTaken' ? 'conflict' : 'badRequest';
  return new RefusalError({ module: 'files', refusal: params ? { code, params } : { code }, kind });
}
