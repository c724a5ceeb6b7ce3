import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { MINUTE } from '#shared/kernel/durations.ts';
import type { Channel } from '#shared/notifications/notifications-schema.ts';
import { insertDeliveries } from '../delivery-store.ts';
import { notificationsRefusal } from '../notifications-refusal.ts';
import { reachableBy, readReach } from '../preference-store.ts';

/** Sends a word to the person's own address, at once. Refuses `notReachable`, and `tooSoon` within a minute of the last one. */
export async function sendTestMessage(ctx: Ctx, { channel }: { channel: Channel }): Promise<void> {
  const { userId } = ctx.actor;
  const now = ctx.now();
  const reach = (await readReach(ctx.db, [userId])).get(userId);
  if (!reach || !reachableBy(ctx, reach).includes(channel)) throw notificationsRefusal('notReachable');
  const { path: unitPath } = await homeDistrict(ctx.db, ctx.actor);
  await inTransaction(ctx, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`test message ${userId}`}, 0))`;
    const recent = { userId, notificationId: null, digestDay: null, createdAt: { gt: new Date(now - MINUTE) } };
    if ((await tx.notificationDelivery.count({ where: recent })) > 0) throw notificationsRefusal('tooSoon');
    await insertDeliveries(tx, [{ id: newId(), userId, notificationId: null, digestDay: null, channel, at: now, unitPath, now }]);
  });
}
