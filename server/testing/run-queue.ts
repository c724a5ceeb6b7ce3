import { Logger as QueueLogger, runOnce } from 'graphile-worker';
import pg from 'pg';
import { jobTasks } from '../job-tasks.ts';
import type { Platform } from '../platform/context.ts';

/** Does everything that waits in the queue now, with the product's own tasks, as a worker of one more server process would. */
export async function runQueue({ platform, databaseUrl }: { platform: Platform; databaseUrl: string }): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const ended = () => undefined;
  pgPool.on('error', ended);
  pgPool.on('connect', (client) => client.on('error', ended));
  const { tasks: taskList } = jobTasks(platform);
  try {
    await runOnce({ pgPool, taskList, noHandleSignals: true, logger: new QueueLogger(() => () => undefined) });
  } finally {
    await pgPool.end();
  }
}
