import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { type UnitLevel, unitLevel } from '#shared/identity/identity-schema.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { multiPolygon } from '#shared/kernel/place.ts';
import type { Finding } from '#shared/territory/checks.ts';
import { blockers, checkDrawing } from '../check-drawing.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { findUnit } from '../territory-store.ts';
import { administers } from '../unit-scope.ts';

export const tryBoundaryInput = z.object({
  /** the unit drawn; a new one has its client-made id already */
  unitId,
  parentId: z.nullable(unitId),
  level: unitLevel,
  geometry: multiPolygon,
});
export type TryBoundaryInput = z.infer<typeof tryBoundaryInput>;

/** Checks a drawing before it is kept, with the places of what is wrong. `blocked` = it needs a reason to be kept like this. */
export async function tryBoundary(ctx: Ctx, input: TryBoundaryInput): Promise<{ findings: Finding[]; blocked: boolean }> {
  const [unit, parent] = await Promise.all([findUnit(ctx.db, input.unitId), input.parentId ? findUnit(ctx.db, input.parentId) : null]);
  const path = parent?.path ?? unit?.path;
  if (!path || !administers(ctx.actor, path)) throw territoryRefusal('notFound');
  const level: UnitLevel = unit ? (unit.level as UnitLevel) : input.level;
  const drawing = { unitId: input.unitId, level, name: unit?.name ?? '·', geometry: input.geometry };
  const findings = await checkDrawing(ctx.db, { drawing, parent, at: ctx.now() });
  return { findings, blocked: blockers(findings).length > 0 };
}
