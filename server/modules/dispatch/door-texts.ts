import type { Ctx } from '#server/platform/context.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** What became of the message to a household: on its way, taken by the gateway (`confirmed`: it arrived), or not to be delivered. */
export type DoorText = { householdId: string; state: 'waiting' | 'sent' | 'confirmed' | 'failed'; at: Instant | null };

const states: Readonly<Record<string, DoorText['state']>> = { waiting: 'waiting', sent: 'sent', confirmed: 'confirmed' };

/** The last message to each household; for those alone who go from door to door. */
export async function readDoorTexts({ db, actor }: Ctx, { households, scopePath }: WhistleSnapshot): Promise<DoorText[]> {
  if (households.length === 0 || !covers(actor, scopePath, 'secretary', 'gridWorker')) return [];
  const rows = await db.notificationDelivery.findMany({
    where: { householdId: { in: households.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { householdId: true, state: true, endedAt: true },
  });
  const last = new Map(rows.map((row) => [row.householdId ?? '', row]));
  return [...last].map(([householdId, { state, endedAt }]) => ({
    ...{ householdId, state: states[state] ?? 'failed', at: endedAt?.getTime() ?? null },
  }));
}
