import { readCalendar } from '#server/modules/calendar/index.ts';
import { readDoorContact } from '#server/modules/dispatch/index.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { deliverAt } from '#shared/notifications/plan-deliveries.ts';
import { defaultPreferences } from '#shared/notifications/preferences.ts';
import type { WhistleMoment } from '#shared/notifications/whistle-notices.ts';
import { insertDeliveries, type NewDelivery } from './delivery-store.ts';
import { readReach } from './preference-store.ts';

type Told = { moments: readonly WhistleMoment[]; districtId: string; now: number };

/**
 * Texts the households that were told by message and gave a phone, each once: the number of the matter and the link to their own page,
 * after their quiet hours. A phone of an account goes by what its owner chose. The others stay on the list of doors to knock at.
 */
export async function textDoors(platform: Platform, tx: Tx, { moments, districtId, now }: Told): Promise<void> {
  if (platform.carriers.sms === null) return;
  const { timeZone } = await readCalendar(tx, districtId);
  const deliveries: NewDelivery[] = [];
  for (const { event, after } of moments) {
    if (event.type !== 'ResultTold' || event.payload.way !== 'message') continue;
    for (const householdId of event.payload.householdIds) {
      const contact = await readDoorContact(platform, tx, householdId);
      const chosen = contact && (await chosenBy(platform, tx, contact.phone));
      if (!contact || !chosen?.channels.answer.includes('sms')) continue;
      deliveries.push({
        ...{ id: newId<string>(), userId: event.meta.actorId, notificationId: null, digestDay: null, channel: 'sms', now },
        door: { householdId, source: `whistle:${after.id}:${event.meta.seq}:${householdId}` },
        at: deliverAt({ now, timeZone, quietHours: chosen.quietHours }),
        unitPath: after.scopePath,
      });
    }
  }
  await insertDeliveries(tx, deliveries);
}

/** What the owner of the phone chose; who has no account goes by the defaults. */
async function chosenBy({ cipher }: Platform, tx: Tx, phone: string) {
  const owner = await tx.user.findUnique({ where: { phoneNumber: cipher.blindIndex(phone) }, select: { id: true } });
  const reach = owner && (await readReach(tx, [owner.id])).get(owner.id);
  return reach ? reach.preferences : defaultPreferences;
}
