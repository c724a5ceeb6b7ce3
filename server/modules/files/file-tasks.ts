import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { sweepForgottenPhotos } from './commands/sweep-forgotten-photos.ts';

/** Every night at 03:20 in Shanghai; the queue's clock is UTC. */
export const filesCrontab = '20 19 * * * sweepForgottenPhotos';

/** What the queue does for photos. */
export function fileTasks(platform: Platform): TaskList {
  return {
    sweepForgottenPhotos: async () => {
      const swept = await sweepForgottenPhotos(platform);
      if (swept > 0) platform.log.info({ swept }, 'photos nobody used were deleted');
    },
  };
}
