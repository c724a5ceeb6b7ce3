import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { addJob } from '#server/platform/jobs.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { measureUnmeasured } from './commands/measure-unmeasured.ts';

const MEASURE_TASK = 'dispatch:measureUnmeasured';

/** What the queue does for whistles; it may run twice. */
export function dispatchTasks(platform: Platform): TaskList {
  return {
    [MEASURE_TASK]: async () => {
      const measured = await measureUnmeasured(platform);
      if (measured > 0) platform.log.info({ measured }, 'whistles of an earlier version measured');
    },
  };
}

/** Asks the queue, at every start, for the measures an earlier version did not write. */
export function askForMeasures(platform: Platform): Promise<void> {
  return inTransaction(platform, (tx) => addJob(tx, { task: MEASURE_TASK, payload: {}, key: MEASURE_TASK }));
}
