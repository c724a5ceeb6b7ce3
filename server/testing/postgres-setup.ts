import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createFilled, migrateAll, openDatabaseServer } from '../database.ts';
import { readEnv } from '../platform/env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; dataDir: string };
  }
}

export const TEMPLATE = 'gridwhistle_template';

/** One real PostgreSQL for the whole run with one migrated template; every test file copies the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gridwhistle-test-'));
  const env = readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', DATABASE_URL: process.env['TEST_DATABASE_URL'] });
  const server = await openDatabaseServer(env, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  await createFilled(server, TEMPLATE, migrateAll);
  project.provide('postgres', { url: server.url('postgres'), dataDir });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
