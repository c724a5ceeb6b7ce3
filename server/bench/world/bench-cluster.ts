import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createFilled, openDatabaseServer } from '../../database.ts';
import { type Env, readEnv } from '../../platform/env.ts';
import { temporaryFolder } from '../../platform/temporary-folder.ts';

export type BenchCluster = {
  env: Env;
  url: (database: string) => string;
  create: (name: string, fill: (databaseUrl: string) => Promise<void>) => Promise<string>;
  /** a second database with the same content; nobody may be connected to the first */
  copy: (from: string, to: string) => Promise<string>;
  close: () => Promise<void>;
};

/** An embedded PostgreSQL of its own with the settings of the product and those a bench adds, in a folder that goes away with it. */
export async function openBenchCluster(settings: Readonly<Record<string, string>> = {}): Promise<BenchCluster> {
  const folder = await temporaryFolder('bench');
  const env = readEnv({ DATA_DIR: folder.path, LOG_LEVEL: 'error', SECRET_KEY: randomBytes(32).toString('hex'), TRUST_PROXY: '1' });
  const server = await openDatabaseServer(env, settings).catch(async (error: unknown) => {
    await folder.remove();
    throw error;
  });
  return {
    env,
    url: server.url,
    create: async (name, fill) => {
      await createFilled(server, name, fill);
      return server.url(name);
    },
    copy: async (from, to) => {
      await runSql(server.url('postgres'), `create database "${to}" template "${from}"`);
      return server.url(to);
    },
    close: async () => {
      await server.stop();
      await folder.remove();
    },
  };
}

/** Runs statements one after the other on one connection. */
export async function runSql(databaseUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
