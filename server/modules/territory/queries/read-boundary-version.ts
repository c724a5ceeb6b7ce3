import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { worksOver } from '../unit-scope.ts';

export const boundaryVersionInput = z.object({ unitId, version: z.int().check(z.gte(1)) });
export type BoundaryVersionInput = z.infer<typeof boundaryVersionInput>;

/** One version of a boundary in full, to compare or to draw on. Refuses `notFound`, also a household to those who do not work over it. */
export async function readBoundaryVersion(ctx: Ctx, input: BoundaryVersionInput): Promise<{ version: number; geometry: MultiPolygon }> {
  const row = await ctx.db.unitBoundary.findUnique({
    where: { unitId_version: input },
    include: { unit: { select: { level: true, path: true } } },
  });
  if (!row || (row.unit.level === 'household' && !worksOver(ctx.actor, row.unit.path))) throw territoryRefusal('notFound');
  return { version: row.version, geometry: row.geometry as MultiPolygon };
}
