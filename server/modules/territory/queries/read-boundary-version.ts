import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import { territoryRefusal } from '../territory-refusal.ts';

export const boundaryVersionInput = z.object({ unitId, version: z.int().check(z.gte(1)) });
export type BoundaryVersionInput = z.infer<typeof boundaryVersionInput>;

/** One version of a boundary in full, to compare or to draw on. Refuses `notFound`. */
export async function readBoundaryVersion(ctx: Ctx, input: BoundaryVersionInput): Promise<{ version: number; geometry: MultiPolygon }> {
  const row = await ctx.db.unitBoundary.findUnique({ where: { unitId_version: input } });
  if (!row) throw territoryRefusal('notFound');
  return { version: row.version, geometry: row.geometry as MultiPolygon };
}
