import { type FoundPosition, type PhotoPurpose, type UploadAnswer, uploadPhoto } from '../../platform/index.ts';
import { drop, keep, readKept } from './device-store.ts';

/** A photo on this device, small already, with its evidence frozen at the shutter. */
export type KeptPhoto = {
  id: string;
  blob: Blob;
  capturedAt: number;
  position: Pick<FoundPosition, 'lng' | 'lat' | 'accuracyM'> | null;
};

/** Photos of this page's life, also when the browser allows no storage. */
const held = new Map<string, KeptPhoto>();

/** Holds a photo in this page and on the device, where the browser allows it. */
export async function hold(photo: KeptPhoto): Promise<void> {
  held.set(photo.id, photo);
  await keep('photos', photo).catch(() => undefined);
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
    const answer = await uploadPhoto(blob, { id, purpose, capturedAt, position });
    if (!answer.ok) return { ok: false, reason: answer.reason };
  }
  return { ok: true };
}
