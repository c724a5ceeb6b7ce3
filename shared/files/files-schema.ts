import * as z from 'zod/mini';
import { fileId } from '../kernel/ids.ts';
import type { PhotoPurpose } from './photo-purposes.ts';

/** Largest photo taken, in bytes; the pages shrink before they send, so this is for other senders. */
export const PHOTO_MAX_BYTES = 15 * 1024 * 1024;
/** Photos a person may have sent without using them in a case yet. */
export const WAITING_PHOTOS_MAX = 120;

export type { PhotoPurpose };

/** `full`: long side up to 2048 px; `thumb`: up to 320 px; both without metadata. `original`: the sealed file as it came. */
export const photoVariants = ['full', 'thumb', 'original'] as const;
export const photoVariant = z.enum(photoVariants);
export type PhotoVariant = z.infer<typeof photoVariant>;

const inRange = (low: number, high: number) => z.coerce.number().check(z.gte(low), z.lte(high));

/** What the device says of a photo it sends: its own id (so that a retry is harmless), when and where it was taken. */
export const photoUploadQuery = z
  .object({
    id: fileId,
    /** epoch milliseconds */
    capturedAt: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(4_102_444_800_000))),
    lng: z.optional(inRange(-180, 180)),
    lat: z.optional(inRange(-90, 90)),
    accuracyM: z.optional(inRange(0, 100_000)),
  })
  .check(z.refine((query) => (query.lng === undefined) === (query.lat === undefined), { error: 'halfPosition', path: ['lat'] }));

export const filesRefusalCodes = [
  'notFound',
  'badInput',
  'photoTooLarge',
  'photoFormat',
  'photoBroken',
  'photoEmpty',
  'photoIdTaken',
  'photosWaiting',
  'photoMissing',
  'photoNotYours',
  'photoUsed',
] as const;
export type FilesRefusalCode = (typeof filesRefusalCodes)[number];
