import { systemClock } from '#server/platform/clock.ts';
import type { Platform } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { failIn } from '../end-delivery.ts';

type Receipt = { nonce: string; id: string; status: 'delivered' | 'failed'; detail: string };

/**
 * What became of a message after the gateway took it: confirmed, or to be sent again like any failure. A nonce is taken once, together with
 * what it leads to. A receipt may be quicker than the answer to the call it belongs to: a message that was tried counts as taken.
 */
export function takeReceipt(platform: Platform, { nonce, id, status, detail }: Receipt): Promise<'taken' | 'replayed' | 'unknown'> {
  return inTransaction(platform, async (tx) => {
    const { count } = await tx.gatewayNonce.createMany({ data: [{ nonce, at: new Date(systemClock()) }], skipDuplicates: true });
    if (count === 0) return 'replayed';
    const [found] = await tx.$queryRaw<{ id: string; tries: number; taken: boolean }[]>`
      select "id", "tries", "state" = 'sent' or ("state" = 'waiting' and "tries" > 0) as "taken"
      from "notification_delivery" where "id" = ${id}::uuid for update`;
    if (!found) return 'unknown';
    const now = platform.now();
    if (!found.taken) return 'taken';
    if (status === 'failed') await failIn(tx, found, { reason: detail || 'the gateway could not deliver it', now, taken: true });
    else await tx.notificationDelivery.update({ where: { id }, data: { state: 'confirmed', claimedUntil: null, endedAt: new Date(now) } });
    return 'taken';
  });
}
