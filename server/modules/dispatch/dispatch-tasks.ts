import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { addJob } from '#server/platform/jobs.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { closeWhistleMonths } from './commands/close-whistle-month.ts';
import { measureUnmeasured } from './commands/measure-unmeasured.ts';
import { watchUnwatched } from './commands/watch-unwatched.ts';

const MEASURE_TASK = 'dispatch:measureUnmeasured';
const WATCH_TASK = 'dispatch:watchUnwatched';
const CLOSE_TASK = 'dispatch:closeLastMonth';

/** A little after the scores of cases, every hour, so that every zone is met soon after its midnight; a missed hour is made up for by the next. */
export const dispatchCrontab = `20 * * * * ${CLOSE_TASK} ?fill=2h&max=3`;

/** What the queue does for whistles; it may run twice. */
export function dispatchTasks(platform: Platform): TaskList {
  return {
    [MEASURE_TASK]: async () => {
      const measured = await measureUnmeasured(platform);
      if (measured > 0) platform.log.info({ measured }, 'whistles of an earlier version measured');
    },
    [CLOSE_TASK]: async () => {
      const closed = await closeWhistleMonths(platform);
      if (closed > 0) platform.log.info({ closed }, 'months of whistles closed');
    },
    [WATCH_TASK]: async () => {
      const watched = await watchUnwatched(platform);
      if (watched > 0) platform.log.info({ watched }, 'limits of whistles of an earlier version run');
    },
  };
}

/** Asks the queue, at every start, for the measures and the limits an earlier version did not write. */
export function askForMissing(platform: Platform): Promise<void> {
  return inTransaction(platform, async (tx) => {
    for (const task of [MEASURE_TASK, WATCH_TASK]) await addJob(tx, { task, payload: {}, key: task });
  });
}
