import type { Platform } from '#server/platform/context.ts';
import { addJob } from '#server/platform/jobs.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { MARKED_TASK } from '../clock-tasks.ts';
import { fireMarks } from '../clocks-store.ts';

/** Limits of one transaction: thousands end at the same close of business, and nobody else may wait long for any of them. */
const BATCH = 1_000;
/** Batches at the same time once a whole one was due. */
const LANES = 2;

/**
 * Fires what is due by the product's clock, batch by batch; each batch with its job for the subscribers in one transaction. Whatever was
 * missed while no process ran fires now, each mark once. Answers how many fired.
 */
export async function fireDueMarks(platform: Platform, { goOn = () => true }: { goOn?: () => boolean } = {}): Promise<number> {
  let fired = 0;
  let lanes = 1;
  for (;;) {
    const batches = await Promise.all(Array.from({ length: lanes }, () => fireBatch(platform)));
    for (const { markIds } of batches) fired += markIds.length;
    if (batches.some(({ taken }) => taken < BATCH) || !goOn()) return fired;
    lanes = LANES;
  }
}

function fireBatch(platform: Platform): Promise<{ markIds: string[]; taken: number }> {
  return inTransaction(platform, async (tx) => {
    const batch = await fireMarks(tx, { now: platform.now(), limit: BATCH });
    if (batch.markIds.length > 0) await addJob(tx, { task: MARKED_TASK, payload: { markIds: batch.markIds } });
    return batch;
  });
}
