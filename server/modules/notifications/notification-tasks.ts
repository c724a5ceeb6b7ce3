import type { TaskList } from 'graphile-worker';
import * as z from 'zod/mini';
import { systemClock } from '#server/platform/clock.ts';
import type { Platform } from '#server/platform/context.ts';
import { DAY } from '#shared/kernel/durations.ts';
import { deliver } from './commands/deliver.ts';
import { queueDigests } from './commands/queue-digests.ts';
import { DELIVER_TASK, strandedDeliveries } from './delivery-store.ts';

const TEND_TASK = 'tendNotifications';
const deliverJob = z.object({ deliveryId: z.uuid() });

/** Every minute: digests whose time has come, messages that a crash left behind. */
export const notificationsCrontab = `* * * * * ${TEND_TASK} ?max=3`;

/** What the queue does for notifications; each may run twice. */
export function notificationTasks(platform: Platform): TaskList {
  return {
    [DELIVER_TASK]: async (payload) => deliver(platform, deliverJob.parse(payload).deliveryId),
    [TEND_TASK]: async () => {
      await queueDigests(platform);
      for (const id of await strandedDeliveries(platform.db, platform.now())) await deliver(platform, id);
      await platform.db.gatewayNonce.deleteMany({ where: { at: { lt: new Date(systemClock() - DAY) } } });
    },
  };
}
