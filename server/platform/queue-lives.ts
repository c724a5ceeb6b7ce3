import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from './logger.ts';

/**
 * `lookMs` = how often, `graceMs` = how long a job may be held before anybody asks whether its workers still live, and how long they must
 * have been without a lock before they are taken for dead.
 */
export type Watch = { lookMs: number; graceMs: number };
export type QueueLives = { events: WorkerEvents; stop: () => Promise<void> };

const usual: Watch = { lookMs: 10_000, graceMs: 20_000 };

/**
 * Gives back to the queue what a killed process held; the queue itself would wait four hours. The workers of a living process have
 * a lock on a connection that ends with the process: a lock that somebody else can take tells that they are dead.
 */
export function watchQueueLives({ databaseUrl, log, watch = usual }: { databaseUrl: string; log: Logger; watch?: Watch }): QueueLives {
  const events: WorkerEvents = new EventEmitter();
  const ending = new AbortController();
  const own = new Set<string>();
  events.on('pool:create', ({ workerPool }) => own.add(workerPool.id));
  const running = (async () => {
    while (!ending.signal.aborted) {
      await watchOnce({ databaseUrl, own, watch, log, ending: ending.signal }).catch((error: unknown) =>
        log.warn({ err: error }, 'the queue cannot look after its workers'),
      );
      await pause(RECONNECT_MS, ending.signal);
    }
  })();
  return {
    events,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

const RECONNECT_MS = 500;

type Watching = { databaseUrl: string; own: ReadonlySet<string>; watch: Watch; log: Logger; ending: AbortSignal };

/** Looks again and again on one connection; ends with it, so that a lost one is replaced at once and its locks are taken anew. */
async function watchOnce({ databaseUrl, own, watch, log, ending }: Watching): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'gridwhistle queue lives',
    connectionTimeoutMillis: CONNECT_MS,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  const over = AbortSignal.any([ending, lost.signal]);
  try {
    await client.connect();
    const session: Session = { client, held: new Set(), suspects: new Map() };
    while (!over.aborted) {
      await look(session, { own, watch, log });
      await pause(watch.lookMs, over);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

const CONNECT_MS = 5_000;

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);

/** One connection, the pools of workers it speaks for, and those found without a lock with the moment of the first such look. */
type Session = { client: pg.Client; held: Set<string>; suspects: Map<string, number> };

async function look({ client, held, suspects }: Session, { own, watch, log }: Pick<Watching, 'own' | 'watch' | 'log'>): Promise<void> {
  for (const id of own) {
    if (held.has(id)) continue;
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as "taken"', [
      lockName(id),
    ]);
    if (rows[0]?.taken) held.add(id);
  }
  const { rows } = await client.query<{ id: string }>(
    `select distinct "locked_by" as "id" from "graphile_worker"."jobs" where "locked_at" < now() - $1 * interval '1 millisecond'`,
    [watch.graceMs],
  );
  const unlocked: string[] = [];
  for (const { id } of rows) if (!own.has(id) && !(await isLocked(client, id))) unlocked.push(id);
  for (const id of suspects.keys()) if (!unlocked.includes(id)) suspects.delete(id);
  for (const id of unlocked) {
    // a living process whose connection broke has its lock back long before
    const since = suspects.get(id) ?? performance.now();
    suspects.set(id, since);
    if (performance.now() - since < watch.graceMs) continue;
    log.warn({ workers: id }, 'a process died; what its workers held is done by others');
    await client.query('select "graphile_worker"."force_unlock_workers"($1)', [[id]]);
    suspects.delete(id);
  }
}

/** Whether the workers' process holds its lock; asking leaves nothing locked. */
async function isLocked(client: pg.Client, id: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    `select case when pg_try_advisory_lock(hashtextextended($1, 0)) then pg_advisory_unlock(hashtextextended($1, 0)) else false end as "free"`,
    [lockName(id)],
  );
  return rows[0]?.free !== true;
}

const lockName = (poolId: string) => `queue workers ${poolId}`;
