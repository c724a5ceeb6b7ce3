import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { addJob } from '#server/platform/jobs.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { reopenUnsolved, reopenUnsolvedJob } from './commands/reopen-unsolved.ts';
import { watchUnwatchedCases } from './commands/watch-unwatched-cases.ts';
import { REOPEN_TASK } from './follow-ups.ts';

const WATCH_TASK = 'cases:watchUnwatched';

/** What the queue does for cases; each may run twice. */
export function caseTasks(platform: Platform): TaskList {
  return {
    [REOPEN_TASK]: (payload) => reopenUnsolved(platform, reopenUnsolvedJob.parse(payload)),
    [WATCH_TASK]: async () => {
      const watched = await watchUnwatchedCases(platform);
      if (watched > 0) platform.log.info({ watched }, 'limits of cases of an earlier version run');
    },
  };
}

/** Asks the queue, at every start, for the limits an earlier version did not watch. */
export function askForUnwatched(platform: Platform): Promise<void> {
  return inTransaction(platform, (tx) => addJob(tx, { task: WATCH_TASK, payload: {}, key: WATCH_TASK }));
}
