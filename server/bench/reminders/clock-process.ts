import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import * as z from 'zod/mini';
import { type Env, projectRoot } from '../../platform/env.ts';

/** CPU time in milliseconds: of the process, and of its database connections where the system tells (Linux). */
export type CpuTime = { process: number; database: number | null };
export type ClockProcess = { cpu: () => Promise<CpuTime>; stop: () => Promise<void> };

const usage = z.object({ user: z.number(), system: z.number() });

/** Starts the clocks of a server, or the queue that tells of what they fired, as a process of its own, by the machine's clock. */
export async function startClockProcess(
  work: 'clocks' | 'jobs',
  { env, databaseUrl }: { env: Env; databaseUrl: string },
): Promise<ClockProcess> {
  const name = `gridwhistle bench ${work}`;
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', name);
  const child = fork(join(projectRoot, 'server/testing/clock-process.ts'), work === 'jobs' ? ['--jobs'] : [], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: env.dataDir,
      DATABASE_URL: url.toString(),
      SECRET_KEY: env.secretKey,
      LOG_LEVEL: env.logLevel,
    },
  });
  await nextMessage(child);
  return {
    cpu: async () => {
      const told = nextMessage(child);
      child.send('cpu');
      const { user, system } = usage.parse(await told);
      return { process: (user + system) / 1000, database: await databaseCpu(databaseUrl, name) };
    },
    stop: async () => {
      const exit = new Promise((done) => child.once('exit', done));
      child.disconnect();
      await exit;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((done, fail) => {
    child.once('message', done);
    child.once('exit', (code) => fail(new Error(`The clocks ended with ${code}.`)));
  });
}

/** User and system time of every connection of the process, in ticks of 10 ms. */
async function databaseCpu(databaseUrl: string, name: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [name]);
    const stats = await Promise.all(rows.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8')));
    const ticks = stats
      .map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
      .map((fields) => Number(fields[11]) + Number(fields[12]));
    return ticks.reduce((sum, each) => sum + each, 0) * 10;
  } catch {
    return null;
  } finally {
    await client.end();
  }
}
