import * as z from 'zod';
import { type Clock, systemClock } from '#server/platform/clock.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Db } from '#server/platform/db.ts';
import type { Env } from '#server/platform/env.ts';
import { isUniqueViolation } from '#server/platform/transaction.ts';
import { openPlatform } from '#server/services.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Content } from './content.ts';

export { type Content, databaseName } from './content.ts';
export { contentClock } from './content-clock.ts';
export { signInSheet } from './sign-in-sheet.ts';

const FACT = 'content';
const contentFact = z.object({ kind: z.enum(['community', 'city', 'empty']), state: z.enum(['filling', 'filled']) });

/**
 * Fills a migrated database once. Does nothing when it carries this content already; refuses one that carries another content,
 * was interrupted half-way, or holds data of its own.
 */
export async function fillDatabase(options: {
  databaseUrl: string;
  content: Content;
  env: Env;
  say: (line: string) => void;
  clock?: Clock;
}): Promise<void> {
  const { databaseUrl, content, env, say } = options;
  const { platform, close } = openPlatform({
    env,
    databaseUrl: asFiller(databaseUrl),
    demo: content.kind !== 'empty',
    clock: options.clock ?? systemClock,
  });
  try {
    if ((await claim(platform.db, content)) === 'filled') return;
    await fill(content, { platform, say });
    await platform.db.$transaction([
      platform.db.$executeRaw`set local synchronous_commit = on`,
      platform.db.installationFact.update({ where: { key: FACT }, data: { value: { kind: content.kind, state: 'filled' } } }),
    ]);
  } finally {
    await close();
  }
}

/** Only the chosen content is loaded. */
async function fill(content: Content, filling: { platform: Platform; say: (line: string) => void }): Promise<void> {
  switch (content.kind) {
    case 'community': {
      const { fillCommunity } = await import('./community/fill-community.ts');
      return fillCommunity(filling);
    }
    case 'city': {
      const { fillCity } = await import('./city/fill-city.ts');
      await fillCity({ ...filling, folder: content.folder });
      return;
    }
    case 'empty': {
      const { fillEmpty } = await import('./empty/fill-empty.ts');
      return fillEmpty(filling);
    }
    default:
      return assertNever(content);
  }
}

/**
 * Thousands of small commits need not reach the disk one by one: the last one, which says that the database is filled, does. What
 * happened before the first start is no news, so nobody is told of it.
 */
function asFiller(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', [given, '-c synchronous_commit=off', '-c gridwhistle.silent=on'].filter(Boolean).join(' '));
  return url.toString();
}

/** Marks the database as being filled by this process, or tells that it is filled. The key is unique: of two starts one fills. */
async function claim(db: Db, content: Content): Promise<'filled' | 'claimed'> {
  const kept = await db.installationFact.findUnique({ where: { key: FACT } });
  if (kept) {
    const { kind, state } = contentFact.parse(kept.value);
    if (state === 'filling') {
      throw new Error(
        'Filling this database was interrupted half-way (or another start is filling it). Give DATABASE_URL an empty database.',
      );
    }
    if (kind !== content.kind)
      throw new Error(`This database ${carries[kind]}. Start it the same way, or give DATABASE_URL another database.`);
    return 'filled';
  }
  const [users, units] = await Promise.all([db.user.count(), db.territoryUnit.count()]);
  if (users + units > 0) throw new Error('This database holds data already. Give DATABASE_URL an empty database.');
  try {
    await db.installationFact.create({ data: { key: FACT, value: { kind: content.kind, state: 'filling' } } });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Error('Another start is filling this database. Wait until it is done.');
    throw error;
  }
  return 'claimed';
}

const carries = {
  community: 'carries the demo community (npm start)',
  city: 'carries the records of a city (npm start -- --demo FOLDER)',
  empty: 'was set up without a demo (npm start -- --no-demo)',
} as const satisfies Record<Content['kind'], string>;
