import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import type { Env } from './platform/env.ts';
import { migrateJobs } from './platform/jobs.ts';
import { applyMigrations } from './platform/migrate.ts';

export type DatabaseServer = { url: (database: string) => string; embedded: boolean; stop: () => Promise<void> };

/** The server of DATABASE_URL, or the embedded one in DATA_DIR. */
export async function openDatabaseServer(env: Env, settings?: Readonly<Record<string, string>>): Promise<DatabaseServer> {
  if (env.databaseUrl === null) {
    const embedded = await startEmbeddedPostgres({ dataDir: join(env.dataDir, 'postgres'), ...(settings ? { settings } : {}) });
    return { url: embedded.url, embedded: true, stop: embedded.stop };
  }
  const base = env.databaseUrl;
  return {
    url: (database) => {
      const url = new URL(base);
      if (database) url.pathname = `/${database}`;
      return url.toString();
    },
    embedded: false,
    stop: async () => undefined,
  };
}

/** Our tables and the queue's. */
export async function migrateAll(databaseUrl: string): Promise<void> {
  await applyMigrations(databaseUrl);
  await migrateJobs(databaseUrl);
}

export async function databaseExists(server: DatabaseServer, name: string): Promise<boolean> {
  return withClient(
    server.url('postgres'),
    async (client) => (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1,
  );
}

/**
 * Fills a new database under a temporary name and gives it its name only when it is whole,
 * so that a crash while seeding leaves nothing half-filled behind.
 */
export async function createFilled(server: DatabaseServer, name: string, fill: (databaseUrl: string) => Promise<void>): Promise<void> {
  const temporary = `${name}_filling`;
  await withClient(server.url('postgres'), async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(temporary)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(temporary)}`);
  });
  await fill(server.url(temporary));
  await withClient(server.url('postgres'), async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()', [
      temporary,
    ]);
    await client.query(`alter database ${client.escapeIdentifier(temporary)} rename to ${client.escapeIdentifier(name)}`);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
