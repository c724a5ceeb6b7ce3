import type { TaskList } from 'graphile-worker';
import * as z from 'zod/mini';
import type { Platform } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { RECOMPUTE_TASK } from './commands/import-calendar.ts';

const recomputeJob = z.object({ districtId: unitId });

/** Computes what follows from the calendar of a district anew; answers how much changed. Runs once more after a crash, so it must bear a repeat. */
export type CalendarSubscriber = (platform: Platform, districtId: string) => Promise<number>;

/** What the queue does after a calendar was imported. */
export function calendarTasks(platform: Platform, subscribers: readonly CalendarSubscriber[]): TaskList {
  return {
    [RECOMPUTE_TASK]: async (payload) => {
      const { districtId } = recomputeJob.parse(payload);
      for (const recompute of subscribers) {
        const changed = await recompute(platform, districtId);
        platform.log.info({ districtId, changed }, 'due times computed again');
      }
    },
  };
}
