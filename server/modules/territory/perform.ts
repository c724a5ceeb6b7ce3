import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { inTransaction, isUniqueViolation } from '#server/platform/transaction.ts';
import { findPerformed, type Performed, rememberPerformed } from './request-store.ts';
import { auditRefusals } from './territory-refusal.ts';

export type Performing = { action: string; requestId: string; unitId: string | null; work: (tx: Tx) => Promise<Performed> };

/** Runs one change of the territory: one transaction, once per request id, refusals written down. */
export function perform(ctx: Ctx, { action, requestId, unitId, work }: Performing): Promise<Performed> {
  const once = () =>
    inTransaction(ctx, async (tx) => {
      const before = await findPerformed(ctx, tx, requestId);
      if (before) return before;
      const done = await work(tx);
      await rememberPerformed(ctx, tx, { requestId, action: `territory.${action}`, ...done });
      return done;
    });
  const withRepeat = async () => {
    try {
      return await once();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const before = await inTransaction(ctx, (tx) => findPerformed(ctx, tx, requestId));
      if (!before) throw error;
      return before;
    }
  };
  return auditRefusals(ctx, { action, unitId, work: withRepeat });
}
