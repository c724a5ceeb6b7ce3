import { readCalendar } from '#server/modules/calendar/index.ts';
import { readDoorContacts } from '#server/modules/dispatch/index.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { deliverAt } from '#shared/notifications/plan-deliveries.ts';
import { defaultPreferences, type Preferences } from '#shared/notifications/preferences.ts';
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
  const told = moments.flatMap(({ event, after }) =>
    event.type === 'ResultTold' && event.payload.way === 'message'
      ? event.payload.householdIds.map((householdId) => ({ event, after, householdId }))
      : [],
  );
  if (told.length === 0) return;
  const { timeZone } = await readCalendar(tx, districtId);
  const contacts = await readDoorContacts(
    platform,
    tx,
    told.map(({ householdId }) => householdId),
  );
  const chosenBy = await choices(
    platform,
    tx,
    [...contacts.values()].map(({ phone }) => phone),
  );
  const deliveries = told.flatMap(({ event, after, householdId }): NewDelivery[] => {
    const contact = contacts.get(householdId);
    const chosen = contact && chosenBy(contact.phone);
    if (!chosen?.channels.answer.includes('sms')) return [];
    return [
      {
        ...{ id: newId<string>(), userId: event.meta.actorId, notificationId: null, digestDay: null, channel: 'sms', now },
        door: { householdId, source: `whistle:${after.id}:${event.meta.seq}:${householdId}` },
        at: deliverAt({ now, timeZone, quietHours: chosen.quietHours }),
        unitPath: after.scopePath,
      },
    ];
  });
  await insertDeliveries(tx, deliveries);
}

/** What the owner of each phone chose; who has no account goes by the defaults. */
async function choices({ cipher }: Platform, tx: Tx, phones: readonly string[]): Promise<(phone: string) => Preferences> {
  const owners = await tx.user.findMany({
    where: { phoneNumber: { in: phones.map((phone) => cipher.blindIndex(phone)) } },
    select: { id: true, phoneNumber: true },
  });
  const reach = await readReach(
    tx,
    owners.map(({ id }) => id),
  );
  const ownerOf = new Map(owners.map(({ id, phoneNumber }) => [phoneNumber, id]));
  return (phone) => reach.get(ownerOf.get(cipher.blindIndex(phone)) ?? '')?.preferences ?? defaultPreferences;
}
