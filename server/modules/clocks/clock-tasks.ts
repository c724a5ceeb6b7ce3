import type { TaskList } from 'graphile-worker';
import * as z from 'zod/mini';
import type { Platform } from '#server/platform/context.ts';
import { type FiredMark, findMarks } from './clocks-store.ts';

/** The queue's task that tells the subscribers which marks fired; payload `{ markIds }`. */
export const MARKED_TASK = 'clocks.marked';

const markedJob = z.object({ markIds: z.array(z.string()) });

/** Acts on marks that fired. Told at least once of each, so it must bear a repeat. */
export type ClockSubscriber = (platform: Platform, marks: readonly FiredMark[]) => Promise<void>;

/** What the queue does for clocks. */
export function clockTasks(platform: Platform, subscribers: readonly ClockSubscriber[]): TaskList {
  return {
    [MARKED_TASK]: async (payload) => {
      const { markIds } = markedJob.parse(payload);
      const marks = await findMarks(platform.db, { id: { in: markIds.map(BigInt) } });
      platform.log.info({ marks: marks.length }, 'limits reached their marks');
      for (const subscriber of subscribers) await subscriber(platform, marks);
    },
  };
}
