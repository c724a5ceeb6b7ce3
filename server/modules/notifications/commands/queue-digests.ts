import { readActor } from '#server/modules/identity/index.ts';
import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { digestDayDue } from '#shared/notifications/plan-deliveries.ts';
import { insertDeliveries } from '../delivery-store.ts';

/** Puts today's digest of everybody whose minute has come into the queue: one a person and day, however often and in how many processes this runs. */
export async function queueDigests(platform: Platform): Promise<number> {
  if (!platform.carriers.email) return 0;
  const now = platform.now();
  const people = await platform.db.notificationPreference.findMany({
    where: { digestMinute: { not: null }, emailSealed: { not: null } },
    select: { userId: true, digestMinute: true },
  });
  let queued = 0;
  for (const { userId, digestMinute } of people) {
    const actor = await readActor(platform.db, { userId, now });
    if (!actor || digestMinute === null) continue;
    const { timeZone, path: unitPath } = await homeDistrict(platform.db, actor);
    const digestDay = digestDayDue({ now, timeZone, digestAt: digestMinute });
    if (digestDay === null) continue;
    const delivery = { id: newId<string>(), userId, notificationId: null, digestDay, channel: 'email', at: now, unitPath, now } as const;
    queued += await inTransaction(platform, (tx) => insertDeliveries(tx, [delivery]));
  }
  return queued;
}
