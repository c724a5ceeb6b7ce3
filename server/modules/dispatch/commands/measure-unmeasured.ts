import type { Platform } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { LIVE } from '../measure-store.ts';
import { rebuildMeasures } from './rebuild-measures.ts';

/**
 * Measures the whistles that were blown and have no measure at all, as those of an installation from before figures; answers how many.
 * `which` narrows it.
 */
export function measureUnmeasured(platform: Platform, which: Prisma.WhistleWhereInput = {}): Promise<number> {
  return rebuildMeasures(platform, { AND: [{ blownAt: { not: null }, measures: { none: LIVE } }, which] });
}
