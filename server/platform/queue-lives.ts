import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from './logger.ts';

/** `lookMs` = how often, `graceMs` = how long a job may be held before anybody asks whether its worker still lives. */
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
  let session: Session | null = null;
  const running = (async () => {
    while (!ending.signal.aborted) {
      try {
        session ??= await openSession(databaseUrl);
        await pass(session, { own, graceMs: watch.graceMs, log });
      } catch (error) {
        log.warn({ err: error }, 'the queue cannot look after its workers');
        await session?.client.end().catch(() => undefined);
        session = null;
      }
      await sleep(watch.lookMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    await session?.client.end();
  })();
  return {
    events,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** One connection and the pools of workers it speaks for. */
type Session = { client: pg.Client; held: Set<string> };

async function openSession(databaseUrl: string): Promise<Session> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'gridwhistle queue lives' });
  // a lost connection shows in the next query
  client.on('error', () => undefined);
  await client.connect();
  return { client, held: new Set() };
}

async function pass(
  { client, held }: Session,
  { own, graceMs, log }: { own: ReadonlySet<string>; graceMs: number; log: Logger },
): Promise<void> {
  for (const id of own) {
    if (held.has(id)) continue;
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockName(id)]);
    held.add(id);
  }
  const { rows } = await client.query<{ id: string }>(
    `select distinct "locked_by" as "id" from "graphile_worker"."jobs" where "locked_at" < now() - $1 * interval '1 millisecond'`,
    [graceMs],
  );
  for (const { id } of rows) {
    if (own.has(id) || !(await takes(client, id))) continue;
    log.warn({ workers: id }, 'a process died; what its workers held is done by others');
    await client.query('select "graphile_worker"."force_unlock_workers"($1)', [[id]]);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockName(id)]);
  }
}

async function takes(client: pg.Client, id: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as "taken"', [
    lockName(id),
  ]);
  return rows[0]?.taken === true;
}

const lockName = (poolId: string) => `queue workers ${poolId}`;
