import { Logger as QueueLogger, run, runMigrations, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Tx } from './db.ts';
import type { Logger } from './logger.ts';
import { type Watch, watchQueueLives } from './queue-lives.ts';

type Job = { task: string; payload: object; runAt?: Date; key?: string };

/** Puts a job into the queue inside the caller's transaction: it runs after commit and vanishes on rollback. `key` replaces a waiting job of the same key. */
export async function addJob(tx: Tx, job: Job): Promise<void> {
  await addJobs(tx, [job]);
}

/** The same for many, in one statement. */
export async function addJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.$executeRaw`
    select graphile_worker.add_job(j."task", j."payload", run_at := j."runAt", job_key := j."key")
    from json_to_recordset(${JSON.stringify(jobs)}::json) as j("task" text, "payload" json, "runAt" timestamptz, "key" text)`;
}

/** The queue's own tables; needed before the first `addJob`. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: silent });
}

type Queue = { databaseUrl: string; tasks: TaskList; crontab: string; log: Logger; watch?: Watch };

/** Starts the workers of this process. `crontab` in graphile-worker's format. */
export async function startJobs(options: Queue): Promise<{ stop: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4 });
  const lost = (error: Error) => options.log.warn({ err: error }, 'queue connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const lives = watchQueueLives(options);
  const end = async () => {
    await lives.stop();
    await pool.end();
  };
  const runner = await run({
    pgPool: pool,
    events: lives.events,
    taskList: options.tasks,
    crontab: options.crontab,
    concurrency: 2,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: queueLogger(options.log),
  }).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const ended = runner.promise.catch((error: unknown) => options.log.error({ err: error }, 'queue stopped')).then(end);
  return {
    stop: async () => {
      await runner.stop();
      await ended;
    },
  };
}

const silent = new QueueLogger(() => () => undefined);

/** The queue's words go into our log, at our levels. */
function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => log[level === 'warning' ? 'warn' : level](message));
}
