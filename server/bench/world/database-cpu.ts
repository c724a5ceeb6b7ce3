import { readdir, readFile } from 'node:fs/promises';

/** The processor's time in the files of /proc is told in hundredths of a second. */
const TICK_MS = 10;
const TRIES = 50;

type Stat = { parent: number; own: number; ended: number };

/**
 * CPU time in milliseconds of a PostgreSQL server: of its first process, of every process it has running and of those that have ended
 * (the system adds them to the first one's account). Null where there is no /proc.
 */
export async function databaseCpu(postmaster: number): Promise<number | null> {
  for (let left = TRIES; left > 0; left -= 1) {
    const before = await statOf(postmaster);
    if (!before) return null;
    const running = await childrenOf(postmaster);
    const after = await statOf(postmaster);
    // one that ended in between would be counted twice or not at all
    if (after && after.ended === before.ended) return (after.own + after.ended + running) * TICK_MS;
  }
  throw new Error('The database starts and ends connections all the time.');
}

/** The first process of the server that a connection belongs to. */
export async function postmasterOf(backendPid: number): Promise<number> {
  return (await statOf(backendPid))?.parent ?? 0;
}

async function childrenOf(postmaster: number): Promise<number> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const stats = await Promise.all(pids.map(statOf));
  return stats.reduce((sum, stat) => sum + (stat?.parent === postmaster ? stat.own : 0), 0);
}

async function statOf(pid: number): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // the name in brackets may hold anything
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((index) => Number(fields[index]));
  return { parent, own: user + system, ended: endedUser + endedSystem };
}
