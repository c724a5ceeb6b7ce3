import { v7 } from 'uuid';
import { currentNow, shrinkPhoto } from '../../platform/index.ts';
import { hold, type KeptPhoto } from './kept-photo.ts';

/** A file younger than this comes from the camera just now; an older one was chosen from an album. Milliseconds. */
const freshMs = 120_000;
const ageOf = (file: File) => Math.max(0, Date.now() - file.lastModified);

/** Whether the picture was taken a moment ago. */
export const isFresh = (file: File): boolean => ageOf(file) < freshMs;

/** When the file was written, by the clock of the server: no later than it was chosen. */
export const fileTime = (file: File): number => currentNow() - ageOf(file);

/** Shrinks a picture, gives it its id and keeps it. Throws on a file that is no picture. */
export async function keepPhoto(picture: Blob, evidence: { position: KeptPhoto['position']; capturedAt?: number }): Promise<KeptPhoto> {
  const capturedAt = evidence.capturedAt ?? currentNow();
  const { blob } = await shrinkPhoto(picture);
  const photo = { id: v7(), blob, capturedAt, position: evidence.position };
  await hold(photo);
  return photo;
}
