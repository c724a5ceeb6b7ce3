import type { TaskList } from 'graphile-worker';
import type { Platform } from './platform/context.ts';

/** What the queue can do, and when by itself (UTC). Handlers may run twice: each is idempotent. */
export function jobTasks(_platform: Platform): { tasks: TaskList; crontab: string } {
  return { tasks: {}, crontab: '' };
}
