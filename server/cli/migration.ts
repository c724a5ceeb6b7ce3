import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabaseServer } from '../database.ts';
import { projectRoot, readEnv } from '../platform/env.ts';
import { pendingSql } from '../platform/migrate.ts';

/** `npm run migration -- NAME` writes the migration from the last one to the schema; `-- --check` fails when one is missing. */
const name = process.argv[2] ?? '';
const dataDir = await mkdtemp(join(tmpdir(), 'gridwhistle-migration-'));
const server = await openDatabaseServer(readEnv({ DATA_DIR: dataDir }));
try {
  const sql = await pendingSql(server.url('postgres'));
  if (name === '--check') {
    if (sql) fail(`The schema has changes without a migration; run: npm run migration -- NAME\n\n${sql}`);
  } else if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    fail('Give the migration a name of small letters, digits and _.');
  } else if (sql) {
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const folder = join(projectRoot, 'prisma/migrations', `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), sql);
    process.stdout.write(`prisma/migrations/${stamp}_${name}/migration.sql\n`);
  } else {
    process.stdout.write('The migrations already lead to the schema.\n');
  }
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
