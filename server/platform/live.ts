import pg from 'pg';
import type { Tx } from './db.ts';
import type { Logger } from './logger.ts';

const CHANNEL = 'gridwhistle_live';

/** What changed, with just enough to decide who may hear of it; no content. */
export type Change = {
  topic: 'case' | 'territory' | 'people' | 'calendar' | 'category' | 'score';
  id: string;
  version: number;
  unitPath: string | null;
  communityId: string | null;
  departmentIds: readonly string[];
  applicantId: string | null;
  reporterId: string | null;
};

export type LiveHub = { subscribe: (listener: (change: Change) => void) => () => void; close: () => Promise<void> };

/** Told to every server process when the transaction commits, and to nobody when it rolls back. */
export async function announce(tx: Tx, change: Change): Promise<void> {
  await tx.$executeRaw`select pg_notify(${CHANNEL}, ${JSON.stringify(change)})`;
}

/** One listening connection a process; it reconnects by itself. */
export async function openLiveHub(options: { databaseUrl: string; log: Logger }): Promise<LiveHub> {
  const listeners = new Set<(change: Change) => void>();
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new pg.Client({ connectionString: options.databaseUrl, application_name: 'gridwhistle live' });
    next.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? 'null') as Change;
      for (const listener of listeners) listener(change);
    });
    next.on('error', (error) => options.log.warn({ err: error }, 'live connection lost'));
    next.on('end', () => {
      if (!closed) retry = setTimeout(() => void connect().catch(() => next.emit('end')), 1_000);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  };
  await connect();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
