import { findWhistle, readDoorContacts } from '#server/modules/dispatch/index.ts';
import { readActor } from '#server/modules/identity/index.ts';
import { RefusedForGood } from '#server/platform/carriers/carrier.ts';
import type { Platform } from '#server/platform/context.ts';
import { fill } from '#shared/kernel/label.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { stillTold } from '#shared/notifications/notice-scope.ts';
import { messageLabels } from '#shared/notifications/notifications.i18n.ts';
import { type Channel, channels } from '#shared/notifications/notifications-schema.ts';
import { type Claimed, claimDelivery } from '../delivery-store.ts';
import { endDelivery, failDelivery } from '../end-delivery.ts';
import { inboxWhere } from '../inbox-where.ts';
import { messageOfDigest, messageOfNotice } from '../message-of.ts';
import { readReach } from '../preference-store.ts';

type Words = { subject: string; text: string; link: string | null };

/**
 * Sends one message, if there is still somebody to tell: the post, the address and whether it was read or done meanwhile are asked again
 * now. A failure comes again after a longer wait, at last into the dead letters; what was refused for good goes there at once. A worker
 * that dies while sending leaves the message to the next one; carriers know a repeat by the message's key.
 */
export async function deliver(platform: Platform, deliveryId: string): Promise<void> {
  const now = platform.now();
  const claimed = await claimDelivery(platform.db, deliveryId, now);
  if (!claimed) return;
  const channel = channels.find((each) => each === claimed.channel) ?? 'email';
  const carrier = platform.carriers[channel];
  if (!carrier) return endDelivery(platform, claimed, { state: 'skipped', reason: 'noCarrier' });
  const found = await wordsOf(platform, claimed, { channel, now });
  if (typeof found === 'string') return endDelivery(platform, claimed, { state: 'skipped', reason: found });
  try {
    const { id, round } = claimed;
    await carrier.send({ id, key: round === 0 ? id : `${id}.${round}`, ...found });
  } catch (error) {
    platform.log.warn({ err: error, channel, tries: claimed.tries }, 'message not sent');
    const reason = error instanceof Error ? error.message : String(error);
    return failDelivery(platform, claimed, { reason, final: error instanceof RefusedForGood });
  }
  await endDelivery(platform, claimed, { state: 'sent', reason: null });
}

/** The words and the address, or why nobody is told any more. */
async function wordsOf(
  platform: Platform,
  { userId, notificationId, digestDay, householdId }: Claimed,
  { channel, now }: { channel: Channel; now: Instant },
): Promise<(Words & { to: string }) | string> {
  const { db, cipher, env } = platform;
  if (householdId !== null) return wordsForDoor(platform, householdId);
  const actor = await readActor(db, { userId, now });
  const reach = (await readReach(db, [userId])).get(userId);
  if (!actor || !reach) return 'personGone';
  const sealed = reach.sealed[channel];
  if (!sealed) return 'noAddress';
  const to = cipher.open(sealed);
  const reader = { locale: reach.locale, resident: reach.resident, publicUrl: env.publicUrl };
  if (digestDay !== null) {
    const where = { AND: [inboxWhere(actor, { unread: true }), { loud: { in: ['quiet', 'normal'] } }] };
    const rows = await db.notification.findMany({ where, orderBy: { id: 'desc' }, take: 50 });
    const words = messageOfDigest(rows, reader);
    return words ? { to, ...words } : 'nothingUnread';
  }
  if (notificationId === null) return { to, subject: messageLabels.test[reach.locale], text: messageLabels.test[reach.locale], link: null };
  const notice = await db.notification.findUnique({ where: { id: notificationId } });
  if (!notice || !stillTold(actor, notice.via)) return 'postEnded';
  if (notice.settledAt) return 'settled';
  if (notice.readAt && notice.loud !== 'emergency') return 'read';
  return { to, ...messageOfNotice(notice, reader) };
}

/** To a household: the matter by its number and the way to its own page, behind `#` so that no log shows the code. */
async function wordsForDoor(platform: Platform, householdId: string): Promise<(Words & { to: string }) | string> {
  const contact = (await readDoorContacts(platform, platform.db, [householdId])).get(householdId);
  const whistle = contact && (await findWhistle(platform.db, contact.whistleId));
  if (!contact || !whistle) return 'noAddress';
  const no = whistle.snapshot.whistleNo;
  const words = { subject: fill(messageLabels.doorSubject.zh, { no }), text: fill(messageLabels.doorResult.zh, { no }) };
  return { to: contact.phone, ...words, link: `${platform.env.publicUrl}/r/w#${contact.code}` };
}
