import exifr from 'exifr';
import * as z from 'zod';
import type { Instant } from '#shared/kernel/time.ts';

/** What the camera wrote into the file: when and where. */
export type PhotoEvidence = { capturedAt: Instant | null; lng: number | null; lat: number | null };

const nothing: PhotoEvidence = { capturedAt: null, lng: null, lat: null };
const tags = z.object({
  DateTimeOriginal: z.string().optional().catch(undefined),
  OffsetTimeOriginal: z.string().optional().catch(undefined),
  GPSDateStamp: z.string().optional().catch(undefined),
  GPSTimeStamp: z
    .union([z.string(), z.array(z.number()).length(3)])
    .optional()
    .catch(undefined),
  latitude: z.number().min(-90).max(90).optional().catch(undefined),
  longitude: z.number().min(-180).max(180).optional().catch(undefined),
});

/** Reads capture time and place; a photo without metadata, or with broken ones, simply has none. */
export async function readEvidence(bytes: Uint8Array): Promise<PhotoEvidence> {
  const raw: unknown = await exifr.parse(bytes, { reviveValues: false, gps: true, exif: true }).catch(() => null);
  const parsed = tags.safeParse(raw);
  if (!parsed.success) return nothing;
  const { latitude, longitude } = parsed.data;
  const placed = latitude !== undefined && longitude !== undefined && !(latitude === 0 && longitude === 0);
  return { capturedAt: captureTime(parsed.data), lng: placed ? longitude : null, lat: placed ? latitude : null };
}

/** A camera's wall clock counts only with its zone; the satellites' time is UTC. A time without zone would be a guess. */
function captureTime(found: z.infer<typeof tags>): Instant | null {
  const { DateTimeOriginal: local, OffsetTimeOriginal: offset, GPSDateStamp: date, GPSTimeStamp: time } = found;
  if (local && offset) return instantOf(local.replace(/^(\d{4}):(\d\d):(\d\d) /, '$1-$2-$3T'), offset);
  if (!date || !time) return null;
  const [h = 0, m = 0, s = 0] = typeof time === 'string' ? time.split(':').map(Number) : time;
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return instantOf(`${date.replaceAll(':', '-')}T${two(h)}:${two(m)}:${two(s)}`, 'Z');
}

function instantOf(wallClock: string, zone: string): Instant | null {
  const at = Date.parse(`${wallClock.trim()}${zone.trim()}`);
  return Number.isNaN(at) ? null : at;
}
