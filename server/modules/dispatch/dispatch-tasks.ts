import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { addJob } from '#server/platform/jobs.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { closeLastWhistleMonth } from './commands/close-whistle-month.ts';
import { measureUnmeasured } from './commands/measure-unmeasured.ts';

const MEASURE_TASK = 'dispatch:measureUnmeasured';
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
      const closed = await closeLastWhistleMonth(platform);
      if (closed > 0) platform.log.info({ closed }, 'whistles of last month closed');
    },
  };
}

/** Asks the queue, at every start, for the measures an earlier version did not write. */
export function askForMeasures(platform: Platform): Promise<void> {
  return inTransaction(platform, (tx) => addJob(tx, { task: MEASURE_TASK, payload: {}, key: MEASURE_TASK }));
}
