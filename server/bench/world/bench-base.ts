import { fillDatabase } from '#prisma/seed/fill-database.ts';
import { migrateAll } from '../../database.ts';
import type { Clock } from '../../platform/clock.ts';
import { type OpenPlatform, openPlatform } from '../../services.ts';
import type { BenchCluster } from './bench-cluster.ts';
import { buildTown, TOWN_SINCE } from './build-town.ts';
import type { Town } from './town-plan.ts';

/** A new database as `npm start -- --no-demo` makes it, and the bench's town in it. */
export async function createBase(cluster: BenchCluster, name: string): Promise<{ databaseUrl: string; town: Town }> {
  let town: Town | null = null;
  const databaseUrl = await cluster.create(name, async (url) => {
    await migrateAll(url);
    await fillDatabase({ databaseUrl: url, content: { kind: 'empty' }, env: cluster.env, say: () => undefined, clock: () => TOWN_SINCE });
    const { platform, close } = benchPlatform(cluster, { databaseUrl: url });
    try {
      town = await buildTown(platform);
    } finally {
      await close();
    }
  });
  if (town === null) throw new Error('the town was not built');
  return { databaseUrl, town };
}

/** The product's commands in this process, at a time of our own. */
export function benchPlatform(cluster: BenchCluster, { databaseUrl, clock }: { databaseUrl: string; clock?: Clock }): OpenPlatform {
  return openPlatform({ env: cluster.env, databaseUrl, demo: false, ...(clock ? { clock } : {}) });
}
