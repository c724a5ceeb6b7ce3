import type { FileId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { StoredFileRow } from './files-store.ts';

/** What is known of a photo. `capturedAt` and the position are what the device said, else what the camera wrote; `exif` is the camera alone. */
export type PhotoFacts = {
  id: FileId;
  ownerId: UserId;
  caseId: string | null;
  whistleId: string | null;
  purpose: string | null;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: string;
  capturedAt: Instant | null;
  lng: number | null;
  lat: number | null;
  accuracyM: number | null;
  exif: { capturedAt: Instant | null; lng: number | null; lat: number | null };
  uploadedAt: Instant;
};

export function toPhotoFacts(row: StoredFileRow): PhotoFacts {
  const { caseId, whistleId, purpose, mime, bytes, width, height, sha256, lng, lat, accuracyM } = row;
  return {
    id: row.id as FileId,
    ownerId: row.ownerId as UserId,
    ...{ caseId, whistleId, purpose, mime, bytes, width, height, sha256, lng, lat, accuracyM },
    capturedAt: row.capturedAt?.getTime() ?? null,
    exif: { capturedAt: row.exifCapturedAt?.getTime() ?? null, lng: row.exifLng, lat: row.exifLat },
    uploadedAt: row.uploadedAt.getTime(),
  };
}
