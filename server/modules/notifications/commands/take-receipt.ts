import { systemClock } from '#server/platform/clock.ts';
import type { Platform } from '#server/platform/context.ts';
import { failDelivery } from '../end-delivery.ts';

type Receipt = { nonce: string; id: string; status: 'delivered' | 'failed'; detail: string };

/** What became of a message after the gateway took it: confirmed, or to be sent again like any failure. A nonce is taken once. */
export async function takeReceipt(platform: Platform, { nonce, id, status, detail }: Receipt): Promise<'taken' | 'replayed' | 'unknown'> {
  const { db } = platform;
  const { count } = await db.gatewayNonce.createMany({ data: [{ nonce, at: new Date(systemClock()) }], skipDuplicates: true });
  if (count === 0) return 'replayed';
  const found = await db.notificationDelivery.findUnique({ where: { id }, select: { id: true, tries: true, state: true } });
  if (!found) return 'unknown';
  if (status === 'delivered') await db.notificationDelivery.updateMany({ where: { id, state: 'sent' }, data: { state: 'confirmed' } });
  else if (found.state === 'sent') await failDelivery(platform, found, { reason: detail || 'the gateway could not deliver it' });
  return 'taken';
}
