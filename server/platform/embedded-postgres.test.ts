import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOwnedPostgres } from './embedded-cluster.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder('embedded');
});
afterAll(() => folder.remove());

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps what it was told over a stop, and is found while it runs', async () => {
    const dataDir = join(folder.path, 'kept');
    const first = await startEmbeddedPostgres({ dataDir });
    await ask(first.url('postgres'), 'create table told as select 42 as answer');
    expect((await findOwnedPostgres(dataDir))?.ownerPid).toBe(process.pid);
    await first.stop();
    expect(await findOwnedPostgres(dataDir)).toBeNull();
    const second = await startEmbeddedPostgres({ dataDir });
    expect(await ask(second.url('postgres'), 'select answer from told')).toEqual([[42]]);
    await second.stop();
  });

  it('is not taken over while another living process answers for it', async () => {
    const dataDir = join(folder.path, 'owned');
    const first = await startEmbeddedPostgres({ dataDir });
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(owner, 'spawn');
    await writeFile(`${first.dataDir}.owner`, String(owner.pid));
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(String(owner.pid));
    owner.kill();
    await once(owner, 'exit');
    const second = await startEmbeddedPostgres({ dataDir });
    expect(await ask(second.url('postgres'), 'select 1')).toEqual([[1]]);
    await second.stop();
  });

  it('begins anew after an initialisation that was cut off', async () => {
    const dataDir = join(folder.path, 'cut');
    const first = await startEmbeddedPostgres({ dataDir });
    await first.stop();
    await rm(join(dataDir, 'PG_VERSION'));
    const second = await startEmbeddedPostgres({ dataDir });
    expect((await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim()).toBe('18');
    await second.stop();
  });
});
