import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Env, projectRoot } from '../../platform/env.ts';

/** `cpu`: the process's CPU time in milliseconds so far. */
export type ClockProcess = { cpu: () => Promise<number>; stop: () => Promise<void> };

const usage = z.object({ user: z.number(), system: z.number() });

/** Starts the clocks of a server, or the queue that tells of what they fired, as a process of its own, by the machine's clock. */
export async function startClockProcess(
  work: 'clocks' | 'jobs',
  { env, databaseUrl }: { env: Env; databaseUrl: string },
): Promise<ClockProcess> {
  const child = fork(join(projectRoot, 'server/testing/clock-process.ts'), work === 'jobs' ? ['--jobs'] : [], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: env.dataDir,
      DATABASE_URL: databaseUrl,
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
      return (user + system) / 1000;
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
