import type { Platform } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
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
    where: { id, state: 'waiting' },
    data: { state, lastError: reason, claimedUntil: null, endedAt: new Date(now()) },
  });
}

/** It failed: again after the wait that its tries ask for, or dead, at once when it is `final`. Addresses are cut out of what the other side said. */
export async function failDelivery(
  platform: Platform,
  { id, tries }: Pick<Claimed, 'id' | 'tries'>,
  { reason, final = false }: { reason: string; final?: boolean },
): Promise<void> {
  const now = platform.now();
  const wait = final ? null : retryWait(tries);
  const lastError = reason.replace(/\S+@\S+|\+?\d{7,}/g, '…').slice(0, REASON_MAX);
  await inTransaction(platform, async (tx) => {
    const { count } = await tx.notificationDelivery.updateMany({
      where: { id, state: { in: ['waiting', 'sent'] } },
      data:
        wait === null
          ? { state: 'dead', lastError, claimedUntil: null, endedAt: new Date(now) }
          : { state: 'waiting', lastError, claimedUntil: null, endedAt: null, nextAt: new Date(now + wait) },
    });
    if (count > 0 && wait !== null) await enqueue(tx, { deliveryId: id, waitMs: wait });
  });
}
