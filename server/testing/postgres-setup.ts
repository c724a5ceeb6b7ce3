import type { TestProject } from 'vitest/node';
import { createFilled, migrateAll, openDatabaseServer } from '../database.ts';
import { readEnv } from '../platform/env.ts';
import { temporaryFolder } from '../platform/temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; dataDir: string };
  }
}

export const TEMPLATE = 'gridwhistle_template';

/** One real PostgreSQL for the whole run with one migrated template; every test file copies the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder('test');
  const env = readEnv({ DATA_DIR: folder.path, LOG_LEVEL: 'silent', DATABASE_URL: process.env['TEST_DATABASE_URL'] });
  const server = await openDatabaseServer(env, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  await createFilled(server, TEMPLATE, migrateAll);
  project.provide('postgres', { url: server.url('postgres'), dataDir: folder.path });
  return async () => {
    await server.stop();
    await folder.remove();
  };
}
