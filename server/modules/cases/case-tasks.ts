import type { TaskList } from 'graphile-worker';
import type { Platform } from '#server/platform/context.ts';
import { reopenUnsolved, reopenUnsolvedJob } from './commands/reopen-unsolved.ts';
import { REOPEN_TASK } from './follow-ups.ts';

/** What the queue does for cases; each may run twice. */
export function caseTasks(platform: Platform): TaskList {
  return { [REOPEN_TASK]: (payload) => reopenUnsolved(platform, reopenUnsolvedJob.parse(payload)) };
}
