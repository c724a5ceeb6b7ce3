import pg from 'pg';
import type { Tx } from './db.ts';
import type { Logger } from './logger.ts';

const CHANNEL = 'gridwhistle_live';

/** What changed, with just enough to decide who may hear of it; no content. A `notification` is addressed to the person whose id it carries. */
export type Change = {
  topic: 'case' | 'whistle' | 'rules' | 'territory' | 'people' | 'calendar' | 'category' | 'score' | 'notification';
  id: string;
  version: number;
  unitPath: string | null;
  communityId: string | null;
  departmentIds: readonly string[];
  applicantId: string | null;
  reporterId: string | null;
};

/** `missed` is called when the connection is back after a break: what was told meanwhile is lost. */
export type LiveHub = {
  subscribe: (listener: (change: Change) => void, missed?: () => void) => () => void;
  close: () => Promise<void>;
};

/** Told to every server process when the transaction commits, and to nobody when it rolls back. */
export async function announce(tx: Tx, change: Change): Promise<void> {
  await tx.$executeRaw`select pg_notify(${CHANNEL}, ${JSON.stringify(change)})`;
}

/** Tells people, in one statement, that there is something new in their inbox. */
export async function announceTo(tx: Tx, userIds: readonly string[]): Promise<void> {
  const nowhere = { unitPath: null, communityId: null, departmentIds: [], applicantId: null, reporterId: null };
  const told = userIds.map((id) => JSON.stringify({ topic: 'notification', id, version: 0, ...nowhere } satisfies Change));
  await tx.$executeRaw`select pg_notify(${CHANNEL}, message) from unnest(${told}::text[]) message`;
}

const RETRY_MS = 1_000;

/** One listening connection a process; it comes back by itself, one try after the other, however long the database is away. */
export async function openLiveHub(options: { databaseUrl: string; log: Logger; retryMs?: number }): Promise<LiveHub> {
  const subscribers = new Set<{ listener: (change: Change) => void; missed: () => void }>();
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new pg.Client({ connectionString: options.databaseUrl, application_name: 'gridwhistle live' });
    next.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? 'null') as Change;
      for (const { listener } of subscribers) listener(change);
    });
    next.on('error', (error) => options.log.warn({ err: error }, 'live connection lost'));
    // a connection that never came up ends as well: only the end of the one in use asks for another
    next.on('end', () => {
      if (client !== next) return;
      client = null;
      again();
    });
    try {
      await next.connect();
      client = next;
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      client = null;
      await next.end().catch(() => undefined);
      throw error;
    }
    if (closed) await next.end();
  };
  const again = () => {
    if (closed) return;
    retry = setTimeout(() => {
      connect().then(
        () => {
          for (const { missed } of subscribers) missed();
        },
        (error: unknown) => {
          options.log.warn({ err: error }, 'live connection not back yet');
          again();
        },
      );
    }, options.retryMs ?? RETRY_MS);
  };
  await connect();

  return {
    subscribe: (listener, missed = () => undefined) => {
      const subscriber = { listener, missed };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
