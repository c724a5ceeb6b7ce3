import type { TaskList } from 'graphile-worker';
import { caseTasks } from './modules/cases/index.ts';
import { filesCrontab, fileTasks } from './modules/files/index.ts';
import { scoringCrontab, scoringTasks } from './modules/scoring/index.ts';
import type { Platform } from './platform/context.ts';

/** What the queue can do, and when by itself (UTC). Handlers may run twice: each is idempotent. */
export function jobTasks(platform: Platform): { tasks: TaskList; crontab: string } {
  return {
    tasks: { ...caseTasks(platform), ...fileTasks(platform), ...scoringTasks(platform) },
    crontab: [filesCrontab, scoringCrontab].join('\n'),
  };
}
