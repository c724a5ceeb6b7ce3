import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type Channel, channels } from '#shared/notifications/notifications-schema.ts';
import { planDeliveries } from '#shared/notifications/plan-deliveries.ts';
import type { Preferences } from '#shared/notifications/preferences.ts';
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
  if (channels.every((channel) => platform.carriers[channel] === null)) return;
  const reach = await readReach(tx, [...new Set(notices.map(({ userId }) => userId))]);
  const reachable = notices.flatMap((notice): Reachable[] => {
    const person = reach.get(notice.userId);
    return person ? [{ notice, preferences: person.preferences, by: reachableBy(platform, person) }] : [];
  });
  const zones = await zonesOf(
    people,
    reachable.filter(({ by }) => by.length > 0).map(({ notice }) => notice.userId),
  );
  const planned = reachable.map((each) => deliveriesOf(each, { now: people.now, timeZone: zones.get(each.notice.userId) }));
  await insertDeliveries(tx, planned.flat());
}

type Reachable = { notice: InsertedNotice; preferences: Preferences; by: readonly Channel[] };

/** The time zones people live in; who has no account in use is left out. */
async function zonesOf(people: People, userIds: readonly string[]): Promise<Map<string, string>> {
  const actors = await Promise.all([...new Set(userIds)].map((userId) => people.actor(userId)));
  const living = actors.flatMap((actor) => actor ?? []);
  return new Map(await Promise.all(living.map(async (actor) => [actor.userId, await people.timeZoneOf(actor)] as const)));
}

function deliveriesOf(
  { notice, preferences, by }: Reachable,
  { now, timeZone }: { now: Instant; timeZone: string | undefined },
): NewDelivery[] {
  if (timeZone === undefined) return [];
  const { id, userId, unitPath } = notice;
  return planDeliveries({ notice, preferences, reachable: by, now, timeZone }).map(({ channel, at }) => ({
    ...{ id: newId<string>(), userId, notificationId: id, digestDay: null, unitPath, channel, at, now },
  }));
}
