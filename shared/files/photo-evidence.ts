import type { Instant } from '../kernel/time.ts';

/** Where a photo was taken; `accuracyM` in metres, null = the camera does not say. */
export type PhotoPlace = { lng: number; lat: number; accuracyM: number | null };

/** When and where as the device said on adding the photo, and as the camera itself wrote into it. */
export type PhotoEvidence = {
  capturedAt: Instant | null;
  lng: number | null;
  lat: number | null;
  accuracyM: number | null;
  exif: { capturedAt: Instant | null; lng: number | null; lat: number | null };
};

/** When the photo was taken: by the camera's own word where there is one, for a picture may be added long after; null = nobody says. */
export const takenAt = ({ exif, capturedAt }: PhotoEvidence): Instant | null => exif.capturedAt ?? capturedAt;

/** Where the photo was taken, by the camera's own word first; null = nobody says. */
export function takenFrom({ exif, lng, lat, accuracyM }: PhotoEvidence): PhotoPlace | null {
  if (exif.lng !== null && exif.lat !== null) return { lng: exif.lng, lat: exif.lat, accuracyM: null };
  return lng !== null && lat !== null ? { lng, lat, accuracyM } : null;
}
