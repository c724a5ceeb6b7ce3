import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { closeMonths } from './commands/close-month.ts';

const CLOSE_TASK = 'scoring:closeLastMonth';

/** Ten minutes past every hour, so that every zone is met soon after its midnight; a missed hour is made up for by the next. */
export const scoringCrontab = `10 * * * * ${CLOSE_TASK} ?fill=2h&max=3`;

/** What the queue does for scores; it may run twice. */
export function scoringTasks(platform: Platform): TaskList {
  return {
    [CLOSE_TASK]: async () => {
      const closed = await closeMonths(platform);
      if (closed > 0) platform.log.info({ closed }, 'scores of months closed');
    },
  };
}
