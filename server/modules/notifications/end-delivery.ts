import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { retryWait } from '#shared/notifications/plan-deliveries.ts';
import { type Claimed, enqueue } from './delivery-store.ts';

const REASON_MAX = 200;

/** It is over: sent, or nobody is to be told. */
export async function endDelivery(
  { db, now }: Platform,
  { id }: Claimed,
  { state, reason }: { state: 'sent' | 'skipped'; reason: string | null },
): Promise<void> {
  await db.notificationDelivery.updateMany({
    // a receipt may have come first: then it is over already
    where: { id, state: 'waiting', claimedUntil: { not: null } },
    data: { state, lastError: reason, claimedUntil: null, endedAt: new Date(now()) },
  });
}

type Failed = Pick<Claimed, 'id' | 'tries'>;

/** It was not taken: again after the wait that its tries ask for, or dead, at once when it is `final`. */
export async function failDelivery(platform: Platform, failed: Failed, why: { reason: string; final?: boolean }): Promise<void> {
  await inTransaction(platform, (tx) => failIn(tx, failed, { ...why, now: platform.now() }));
}

/**
 * The same in the caller's transaction; `taken` = the other side had taken it and gave it back, so that the next try is a new message to
 * it. Addresses are cut out of what the other side said.
 */
export async function failIn(
  tx: Tx,
  { id, tries }: Failed,
  { reason, now, final = false, taken = false }: { reason: string; now: Instant; final?: boolean; taken?: boolean },
): Promise<void> {
  const wait = final ? null : retryWait(tries);
  const lastError = reason.replace(/\S+@\S+|\+?\d{7,}/g, '…').slice(0, REASON_MAX);
  const next =
    wait === null ? { state: 'dead', endedAt: new Date(now) } : { state: 'waiting', endedAt: null, nextAt: new Date(now + wait) };
  const { count } = await tx.notificationDelivery.updateMany({
    where: { id, state: { in: ['waiting', 'sent'] } },
    data: { ...next, lastError, claimedUntil: null, ...(taken && { round: { increment: 1 } }) },
  });
  if (count > 0 && wait !== null) await enqueue(tx, { deliveryId: id, waitMs: wait });
}
