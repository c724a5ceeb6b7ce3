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

/** A second server; tells when it did the stuck job, and when all the others. */
async function secondServer(): Promise<Record<'stuck' | 'other', Promise<unknown>>> {
  let others = 0;
  const did = { stuck: Promise.withResolvers<unknown>(), other: Promise.withResolvers<unknown>() };
  const jobs = await startJobs({
    ...{ databaseUrl: open.databaseUrl, crontab: '', log: createLogger('silent'), watch: { lookMs: 20, graceMs: 0 } },
    tasks: {
      'test.stuck': async () => did.stuck.resolve('done'),
      'test.other': async () => {
        others += 1;
        if (others === OTHERS) did.other.resolve('done');
      },
    },
  });
  endings.push(jobs.stop);
  return { stuck: did.stuck.promise, other: did.other.promise };
}

const holders = () => open.platform.db.$queryRaw`select "locked_by" from "graphile_worker"."jobs" where "task_identifier" = 'test.stuck'`;

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
  for (let count = 0; count < OTHERS; count += 1) {
    await inTransaction(open.platform, (tx) => addJob(tx, { task: 'test.other', payload: {}, runAt: new Date(Date.now() + 30 * count) }));
  }
  expect(await other).toBe('done');
  expect(before).toHaveLength(1);
  expect(await holders()).toEqual(before);
});
