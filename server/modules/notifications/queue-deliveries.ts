import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import type { Channel, Loudness, NoticeKind } from '#shared/notifications/notifications-schema.ts';
import { planDeliveries } from '#shared/notifications/plan-deliveries.ts';
import { insertDeliveries, type NewDelivery } from './delivery-store.ts';
import type { InsertedNotice } from './notice-store.ts';
import type { People } from './people-at.ts';
import { reachableBy, readReach } from './preference-store.ts';

/** Puts the messages of new notices into the queue, each for its time; in the transaction that writes the notices. */
export async function queueDeliveries(
  platform: Platform,
  tx: Tx,
  { notices, people }: { notices: readonly InsertedNotice[]; people: People },
): Promise<void> {
  const { now } = people;
  const reach = await readReach(tx, [...new Set(notices.map(({ userId }) => userId))]);
  const deliveries: NewDelivery[] = [];
  for (const { id, userId, at, kind, loud, unitPath } of notices) {
    const person = reach.get(userId);
    const reachable = person ? reachableBy(platform, person) : [];
    const actor = reachable.length > 0 ? await people.actor(userId) : null;
    if (!person || !actor) continue;
    const timeZone = await people.timeZoneOf(actor);
    const notice = { kind: kind as NoticeKind, loud: loud as Loudness, at: at.getTime() };
    for (const planned of planDeliveries({ notice, preferences: person.preferences, reachable, now, timeZone })) {
      deliveries.push({ ...planned, ...about(userId, unitPath, planned.channel), notificationId: id, digestDay: null, now });
    }
  }
  await insertDeliveries(tx, deliveries);
}

function about(userId: string, unitPath: string, channel: Channel) {
  return { id: newId<string>(), userId, unitPath, channel };
}
