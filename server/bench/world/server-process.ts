import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Env, projectRoot } from '../../platform/env.ts';

export type ServerProcess = { address: string; pid: number; stop: () => Promise<void> };

/** Starts the product as `npm start` does, as a process of its own on a free port, and waits until it says where it listens. */
export async function startServerProcess({ env, databaseUrl }: { env: Env; databaseUrl: string }): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(projectRoot, 'server/main.ts'), '--no-demo'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: env.dataDir,
      DATABASE_URL: databaseUrl,
      SECRET_KEY: env.secretKey,
      LOG_LEVEL: env.logLevel,
      TRUST_PROXY: String(env.trustProxy),
    },
  });
  const address = await told(child);
  return { address, pid: child.pid ?? 0, stop: () => ended(child) };
}

function told(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}:\n${output}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = output.match(/http:\/\/localhost:\d+/)?.[0];
      if (address) done(address.replace('localhost', '127.0.0.1'));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await exit;
}
