import * as z from 'zod/mini';
import type { Platform } from '#server/platform/context.ts';
import { type BaseMapGeometry, baseMapGeometry, simplifyGeometry } from '../base-map-geometry.ts';
import { findMapFeatures } from '../boundary-store.ts';
import { viewBox, zoom } from './read-boundaries-in-view.ts';

export const baseMapInput = z.object({ box: viewBox, zoom });
export type BaseMapInput = z.infer<typeof baseMapInput>;

export type BaseMapFeature = { id: string; layer: string; class: string | null; name: string | null; geometry: BaseMapGeometry };

const SHOWN = 6_000;

/** Our own base map in the view, no finer than the zoom can show. `more` = there were more than are shown, the finest are left out. */
export async function readBaseMap(ctx: Pick<Platform, 'db'>, input: BaseMapInput): Promise<{ features: BaseMapFeature[]; more: boolean }> {
  const rows = await findMapFeatures(ctx.db, { box: input.box, zoom: input.zoom, take: SHOWN + 1 });
  const features = rows.slice(0, SHOWN).flatMap(({ geometry, ...row }): BaseMapFeature[] => {
    const read = baseMapGeometry.safeParse(geometry);
    if (!read.success) return [];
    const shown = simplifyGeometry(read.data, input.zoom);
    return shown ? [{ ...row, geometry: shown }] : [];
  });
  return { features, more: rows.length > SHOWN };
}
