import type { Platform } from '#server/platform/context.ts';
import { LIVE } from '../measure-store.ts';
import { rebuildMeasures } from './rebuild-measures.ts';

/** Measures the called whistles that have no measure at all, as those of an installation from before figures; answers how many. */
export function measureUnmeasured(platform: Platform): Promise<number> {
  return rebuildMeasures(platform, { state: { not: 'drafted' }, measures: { none: LIVE } });
}
