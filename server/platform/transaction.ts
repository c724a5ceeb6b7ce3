import * as z from 'zod/mini';
import type { Db, Tx } from './db.ts';

const ATTEMPTS = 4;
const rawConflict = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ kind: z.literal('TransactionWriteConflict') }) }) }),
});

/**
 * Runs the work in one transaction; a deadlock or serialization failure is tried again from the start.
 * Transactions live in commands, never in a middleware: a tRPC middleware's `next()` does not reject, so it would commit failures.
 */
export async function inTransaction<T>(ctx: { db: Db }, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.$transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

/** P2034: write conflict or deadlock, the transaction was rolled back. A raw statement, as our locks are, tells it as P2010 with the driver's word for it. */
function isConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'P2034' || (error.code === 'P2010' && rawConflict.safeParse(error).success);
}

/** Did the write break a unique constraint? */
export function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
}
