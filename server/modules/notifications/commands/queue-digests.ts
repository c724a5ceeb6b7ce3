import { readActors } from '#server/modules/identity/index.ts';
import { districtZones, homeDistricts } from '#server/modules/territory/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { toLocal } from '#shared/kernel/zone-time.ts';
import { digestDayDue } from '#shared/notifications/plan-deliveries.ts';
import { insertDeliveries, type NewDelivery } from '../delivery-store.ts';
import { type DigestReader, digestReaders } from '../preference-store.ts';

/**
 * Puts today's digest of everybody whose minute has come into the queue: one a person and day, however often and in how many processes
 * this runs. Reads and writes in sets: a minute in which nothing is due costs two statements.
 */
export async function queueDigests(platform: Platform): Promise<number> {
  if (!platform.carriers.email) return 0;
  const { db } = platform;
  const now = platform.now();
  const local = (await districtZones(db)).map((timeZone) => toLocal(timeZone, now));
  const day = local
    .map(({ date }) => date)
    .sort()
    .at(-1);
  if (day === undefined) return 0;
  const minute = Math.max(...local.map(({ minuteOfDay }) => minuteOfDay));
  let queued = 0;
  for (let after: string | null = null; ; ) {
    const readers = await digestReaders(db, { day, minute, after });
    after = readers.at(-1)?.userId ?? null;
    if (after === null) return queued;
    const due = await digestsOf(platform, { readers, now });
    queued += await inTransaction(platform, (tx) => insertDeliveries(tx, due));
  }
}

/** The digests of those whose minute has come where they live. */
async function digestsOf({ db }: Platform, { readers, now }: { readers: readonly DigestReader[]; now: Instant }): Promise<NewDelivery[]> {
  const actors = await readActors(db, { userIds: readers.map(({ userId }) => userId), now });
  const living = readers.flatMap(({ userId, digestMinute }) => {
    const actor = actors.get(userId);
    return actor ? [{ actor, digestMinute }] : [];
  });
  const homes = await homeDistricts(
    db,
    living.map(({ actor }) => actor),
  );
  return living.flatMap(({ actor: { userId }, digestMinute }, index): NewDelivery[] => {
    const home = homes[index];
    const digestDay = home ? digestDayDue({ now, timeZone: home.timeZone, digestAt: digestMinute }) : null;
    if (!home || digestDay === null) return [];
    return [{ id: newId<string>(), userId, notificationId: null, digestDay, channel: 'email', at: now, unitPath: home.path, now }];
  });
}
