import * as z from 'zod/mini';

/** Keyset paging: `cursor` is opaque, made by the server; `limit` in rows, 1 to 200. */
export const pageInput = z.object({
  cursor: z.optional(z.string().check(z.maxLength(400))),
  limit: z._default(z.int().check(z.gte(1), z.lte(200)), 50),
});

export type Page<T> = { rows: T[]; nextCursor: string | null };
