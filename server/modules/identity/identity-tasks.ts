import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { sweepTries } from './commands/sweep-tries.ts';

/** Every hour; the queue's clock is UTC. */
export const identityCrontab = '50 * * * * sweepTries';

/** What the queue does for sign-ins. */
export function identityTasks(platform: Platform): TaskList {
  return {
    sweepTries: async () => {
      await sweepTries(platform);
    },
  };
}
