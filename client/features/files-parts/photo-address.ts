import type { PhotoVariant } from '#shared/files/files-schema.ts';

/** Where the server gives a stored photo to whoever may see it. */
export function photoAddress(id: string, variant: Exclude<PhotoVariant, 'original'> = 'thumb'): string {
  return `/files/${id}/${variant}`;
}
