import { v7 } from 'uuid';
import { currentNow, type FoundPosition, type PhotoPurpose, shrinkPhoto, type UploadAnswer, uploadPhoto } from '../../platform/index.ts';
import { drop, keep, readKept } from './device-store.ts';

/** A photo on this device, small already, with its evidence frozen at the shutter. */
export type KeptPhoto = {
  id: string;
  blob: Blob;
  capturedAt: number;
  position: Pick<FoundPosition, 'lng' | 'lat' | 'accuracyM'> | null;
};

/** A file younger than this comes from the camera just now; an older one was chosen from an album. Milliseconds. */
const freshMs = 120_000;
const ageOf = (file: File) => Math.max(0, Date.now() - file.lastModified);

/** Whether the picture was taken a moment ago. */
export const isFresh = (file: File): boolean => ageOf(file) < freshMs;

/** When the file was written, by the clock of the server: no later than it was chosen. */
export const fileTime = (file: File): number => currentNow() - ageOf(file);

/** Photos of this page's life, also when the browser allows no storage. */
const held = new Map<string, KeptPhoto>();

/** Shrinks a picture, gives it its id and keeps it. Throws on a file that is no picture. */
export async function keepPhoto(picture: Blob, evidence: { position: KeptPhoto['position']; capturedAt?: number }): Promise<KeptPhoto> {
  const capturedAt = evidence.capturedAt ?? currentNow();
  const { blob } = await shrinkPhoto(picture);
  const photo = { id: v7(), blob, capturedAt, position: evidence.position };
  held.set(photo.id, photo);
  await keep('photos', photo).catch(() => undefined);
  return photo;
}

export async function readPhoto(id: string): Promise<KeptPhoto | null> {
  const inHand = held.get(id);
  if (inHand) return inHand;
  const found = await readKept('photos', id).catch(() => null);
  if (!isKeptPhoto(found)) return null;
  held.set(id, found);
  return found;
}

export async function dropPhotos(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    held.delete(id);
    await drop('photos', id).catch(() => undefined);
  }
}

function isKeptPhoto(value: unknown): value is KeptPhoto {
  return typeof value === 'object' && value !== null && 'blob' in value && value.blob instanceof Blob;
}

export type PhotosAnswer = { ok: true } | { ok: false; reason: Extract<UploadAnswer, { ok: false }>['reason'] | 'lost' };

/** Sends kept photos one by one under their own ids; a repeat is harmless. Stops at the first that does not go. */
export async function sendPhotos(
  photos: readonly { id: string; purpose: PhotoPurpose }[],
  onProgress?: (sent: number, of: number) => void,
): Promise<PhotosAnswer> {
  for (const [index, { id, purpose }] of photos.entries()) {
    onProgress?.(index, photos.length);
    const photo = await readPhoto(id);
    if (!photo) return { ok: false, reason: 'lost' };
    const { blob, capturedAt, position } = photo;
    const answer = await uploadPhoto(blob, { id, purpose, capturedAt, position, shrunk: true });
    if (!answer.ok) return { ok: false, reason: answer.reason };
  }
  return { ok: true };
}
