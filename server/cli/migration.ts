import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabaseServer } from '../database.ts';
import { projectRoot, readEnv } from '../platform/env.ts';
import { pendingSql } from '../platform/migrate.ts';
import { temporaryFolder } from '../platform/temporary-folder.ts';

/** `npm run migration -- NAME` writes the migration from the last one to the schema; `-- --check` fails when one is missing. */
const name = process.argv[2] ?? '';
const folder = await temporaryFolder('migration');
const server = await openDatabaseServer(readEnv({ DATA_DIR: folder.path }));
try {
  const sql = await pendingSql(server.url('postgres'));
  if (name === '--check') {
    if (sql) fail(`The schema has changes without a migration; run: npm run migration -- NAME\n\n${sql}`);
  } else if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    fail('Give the migration a name of small letters, digits and _.');
  } else if (sql) {
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const target = join(projectRoot, 'prisma/migrations', `${stamp}_${name}`);
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'migration.sql'), sql);
    process.stdout.write(`prisma/migrations/${stamp}_${name}/migration.sql\n`);
  } else {
    process.stdout.write('The migrations already lead to the schema.\n');
  }
} finally {
  await server.stop();
  await folder.remove();
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
