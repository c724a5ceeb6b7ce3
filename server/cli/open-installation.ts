import { join } from 'node:path';
import { type Content, databaseName } from '#prisma/seed/content.ts';
import { type DatabaseServer, databaseExists, migrateAll, openDatabaseServer } from '../database.ts';
import { findOwnedPostgres } from '../platform/embedded-cluster.ts';
import { type Env, readEnv } from '../platform/env.ts';
import { type OpenPlatform, openPlatform } from '../services.ts';

export const contentKinds = ['community', 'city', 'empty'] as const;
export type ContentKind = Content['kind'];

/**
 * The installation a command works on: DATABASE_URL, else the embedded database, be it held by a running `npm start` or started for the
 * command. `kind` chooses between the contents of an embedded database; without it there must be just one.
 */
export async function openInstallation(kind: ContentKind | null): Promise<OpenPlatform> {
  const env = readEnv();
  const server = (await runningServer(env)) ?? (await openDatabaseServer(env));
  try {
    const databaseUrl = server.url(server.embedded ? await chooseDatabase(server, kind) : '');
    await migrateAll(databaseUrl);
    const { platform, close } = openPlatform({ env, databaseUrl, demo: false });
    return {
      platform,
      close: async () => {
        await close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function chooseDatabase(server: DatabaseServer, kind: ContentKind | null): Promise<string> {
  const found: ContentKind[] = [];
  for (const each of kind === null ? contentKinds : [kind]) if (await databaseExists(server, nameOf(each))) found.push(each);
  const [first, second] = found;
  if (first === undefined) throw new Error('There is no database yet. Start the server once (npm start), or set DATABASE_URL.');
  if (second !== undefined) throw new Error(`There are several databases (${found.join(', ')}). Choose one with --content.`);
  return nameOf(first);
}

function nameOf(kind: ContentKind): string {
  return databaseName(kind === 'city' ? { kind, folder: '' } : { kind });
}

/** The embedded server of a running `npm start`, which must not be started a second time; it is used and left alone. */
async function runningServer(env: Env): Promise<DatabaseServer | null> {
  if (env.databaseUrl !== null) return null;
  const owned = await findOwnedPostgres(join(env.dataDir, 'postgres'));
  return owned && { embedded: true, url: owned.url, stop: async () => undefined };
}
