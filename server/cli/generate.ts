import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Generates the Prisma client. The CLI would download a schema engine that generating does not use;
 * naming any existing file as the engine keeps the installation off line.
 */
const root = join(import.meta.dirname, '../..');
const { status, stderr } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--config', join(root, 'prisma/prisma.config.ts')],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  },
);
if (status !== 0) {
  process.stderr.write(stderr.toString());
  process.exit(status ?? 1);
}
