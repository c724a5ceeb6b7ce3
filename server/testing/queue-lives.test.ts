import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../platform/env.ts';
import { addJob, startJobs } from '../platform/jobs.ts';
import { createLogger } from '../platform/logger.ts';
import { inTransaction } from '../platform/transaction.ts';
import { openTestPlatform, type TestPlatform } from './test-platform.ts';

let open: TestPlatform;
const endings: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  open = await openTestPlatform();
});
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
  await open.platform.db.$executeRaw`delete from "graphile_worker"."_private_jobs"`;
});
afterAll(() => open.close());

/** A server process that takes the job and never ends it; resolves when it has begun. */
async function stuckWorker(): Promise<ChildProcess> {
  const child = fork(join(projectRoot, 'server/testing/stuck-worker-process.ts'), [], {
    execArgv: [],
    env: { PATH: process.env['PATH'], DATABASE_URL: open.databaseUrl },
  });
  endings.push(() => killed(child));
  await inTransaction(open.platform, (tx) => addJob(tx, { task: 'test.stuck', payload: {} }));
  await new Promise((done) => child.once('message', done));
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await exit;
}

const OTHERS = 10;

/** A second server; tells when it did the stuck job, and when the others of the first and of the second round. */
async function secondServer(watch = { lookMs: 20, graceMs: 0 }): Promise<Record<'stuck' | 'other' | 'again', Promise<unknown>>> {
  let others = 0;
  const did = { stuck: Promise.withResolvers<unknown>(), other: Promise.withResolvers<unknown>(), again: Promise.withResolvers<unknown>() };
  const jobs = await startJobs({
    ...{ databaseUrl: open.databaseUrl, crontab: '', log: createLogger('silent'), watch },
    tasks: {
      'test.stuck': async () => did.stuck.resolve('done'),
      'test.other': async () => {
        others += 1;
        if (others === OTHERS) did.other.resolve('done');
        if (others === 2 * OTHERS) did.again.resolve('done');
      },
    },
  });
  endings.push(jobs.stop);
  return { stuck: did.stuck.promise, other: did.other.promise, again: did.again.promise };
}

const holders = () => open.platform.db.$queryRaw`select "locked_by" from "graphile_worker"."jobs" where "task_identifier" = 'test.stuck'`;

/** Jobs for the second server, so far apart. */
async function otherJobs(apartMs: number): Promise<void> {
  for (let count = 0; count < OTHERS; count += 1) {
    const runAt = new Date(Date.now() + apartMs * count);
    await inTransaction(open.platform, (tx) => addJob(tx, { task: 'test.other', payload: {}, runAt }));
  }
}

test('what a killed process held is done by another', async () => {
  const child = await stuckWorker();
  await killed(child);
  const { stuck } = await secondServer();
  expect(await stuck).toBe('done');
});

test('what a living process holds stays with it, however long it takes', async () => {
  await stuckWorker();
  const before = await holders();
  const { other } = await secondServer();
  // by the time of its tenth job the second server has looked around many times
  await otherJobs(30);
  expect(await other).toBe('done');
  expect(before).toHaveLength(1);
  expect(await holders()).toEqual(before);
});

test('a living process whose connection is cut keeps what it holds', async () => {
  const { db } = open.platform;
  await stuckWorker();
  const before = await holders();
  // when the connection is cut the job is older than what a dead process is given, and a look falls into every gap
  const { other, again } = await secondServer({ lookMs: 20, graceMs: 1_000 });
  await otherJobs(200);
  expect(await other).toBe('done');
  // the stuck process was there first
  const cut = await db.$queryRaw<object[]>`
    select pg_terminate_backend("pid") from pg_stat_activity
    where "application_name" = 'gridwhistle queue lives' and "datname" = current_database() order by "backend_start" limit 1`;
  expect(cut).toHaveLength(1);
  await otherJobs(200);
  expect(await again).toBe('done');
  expect(await holders()).toEqual(before);
});
