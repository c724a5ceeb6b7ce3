import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './platform/env.ts';

const dist = join(projectRoot, 'client/dist');
const stampFile = join(dist, '.built-from');

/** Builds the client when its sources differ from those the last build was made from; answers whether it built. */
export async function ensureClientBuilt(): Promise<boolean> {
  const stamp = await sourceStamp();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false;
  await build();
  await writeFile(stampFile, stamp);
  return true;
}

/** One hash over path, size and content of everything the bundle is made from. */
async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256');
  const files = [
    join(projectRoot, 'package-lock.json'),
    ...(await filesBelow(join(projectRoot, 'client'))),
    ...(await filesBelow(join(projectRoot, 'shared'))),
  ];
  for (const file of files.sort()) hash.update(file.slice(projectRoot.length)).update(await readFile(file));
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  if (folder === dist || !(await stat(folder).catch(() => null))) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)])),
  );
  return nested.flat();
}

async function build(): Promise<void> {
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--config', join(projectRoot, 'client/vite.config.ts'), '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The client could not be built:\n${output}`);
}
