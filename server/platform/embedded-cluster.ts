import { readFile, stat, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** What PostgreSQL's own user cannot reach lies here instead (see embedded-postgres.ts). */
export const SHARED_HOME = '/var/lib/gridwhistle';

const STOP_TIMEOUT_MS = 3_000;

/** Where the cluster meant for `dataDir` lies: there, or below SHARED_HOME when root starts it in a folder that only its owner may enter. */
export async function clusterFolder(dataDir: string): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  return isRoot && !(await reachable(dirname(dataDir))) ? join(SHARED_HOME, slug(dataDir)) : dataDir;
}

/** The server that a living process of ours runs on this cluster; null when there is none or its owner is gone. */
export async function findOwnedPostgres(dataDir: string): Promise<{ ownerPid: number; url: (database: string) => string } | null> {
  const folder = await clusterFolder(dataDir);
  const ownerPid = Number(await readText(ownerFile(folder)));
  const [pid, , , port] = (await readText(join(folder, 'postmaster.pid'))).split('\n');
  if (!(await runs(ownerPid, 'node')) || !(await runs(Number(pid), 'postgres')) || !Number(port)) return null;
  const password = (await readText(`${folder}.password`)).trim();
  return { ownerPid, url: (database) => `postgresql://gridwhistle:${password}@127.0.0.1:${Number(port)}/${database}` };
}

/** Two processes on one cluster would end each other's database: the second is told so. */
export async function refuseSecondStart(dataDir: string): Promise<void> {
  const owned = await findOwnedPostgres(dataDir);
  if (owned && owned.ownerPid !== process.pid) {
    throw new Error(`The database in ${dataDir} is in use by process ${owned.ownerPid}. Stop that one, or set DATA_DIR to another folder.`);
  }
}

/** Notes which process of ours answers for the running server. */
export async function markOwner(folder: string): Promise<void> {
  await writeFile(ownerFile(folder), `${process.pid}\n`);
}

/** After a kill -9 of its owner a server may still run on this folder; it is asked to end first. */
export async function stopLeftover(folder: string): Promise<void> {
  const pid = Number((await readText(join(folder, 'postmaster.pid'))).split('\n')[0]);
  if (!(await runs(pid, 'postgres'))) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let waited = 0; waited < STOP_TIMEOUT_MS && alive(pid); waited += 50) await delay(50);
}

/** May every user enter this folder and all above it? */
export async function reachable(folder: string): Promise<boolean> {
  let at = resolve(folder);
  for (;;) {
    const info = await stat(at).catch(() => null);
    if (info && (info.mode & 0o001) === 0) return false;
    const parent = dirname(at);
    if (parent === at) return true;
    at = parent;
  }
}

/** A living process of that name; where names cannot be read, a living process. */
async function runs(pid: number, name: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1 || !alive(pid)) return false;
  return platform() !== 'linux' || (await readText(`/proc/${pid}/cmdline`)).includes(name);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it exists, but belongs to somebody else
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function ownerFile(folder: string): string {
  return `${folder}.owner`;
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function slug(path: string): string {
  return resolve(path)
    .replaceAll(/[^\w]+/g, '-')
    .replace(/^-/, '');
}
