import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { redrawUnitInput } from '#shared/territory/territory-schema.ts';
import { putBoundary } from '../boundary-store.ts';
import { perform } from '../perform.ts';
import { recordChange } from '../record-change.ts';
import { overrideReason, refuseUnsound } from '../refuse-unsound.ts';
import type { Performed } from '../request-store.ts';
import { findUnit } from '../territory-store.ts';
import { lockAdministered } from '../unit-scope.ts';

export const redrawBoundaryCommand = z.extend(redrawUnitInput, { overrideReason });
export type RedrawBoundaryCommand = z.infer<typeof redrawBoundaryCommand>;

/**
 * A new version of a boundary, from now or later; cases keep the unit they were placed in. Refuses `boundaryUnsound`
 * (overlap, beyond the parent) unless a reason is given; broken lines always.
 */
export function redrawBoundary(ctx: Ctx, input: RedrawBoundaryCommand): Promise<Performed> {
  const { requestId, unitId, expectedVersion, geometry } = input;
  return perform(ctx, {
    action: 'redrawBoundary',
    requestId,
    unitId,
    work: async (tx) => {
      const before = await lockAdministered(ctx, tx, { unitId, expectedVersion });
      const parent = before.parentId ? await findUnit(tx, before.parentId) : null;
      const validFrom = Math.max(input.validFrom, ctx.now());
      const drawing = { unitId, level: before.level as UnitLevel, name: before.name, geometry };
      await refuseUnsound(tx, { drawing, parent, at: validFrom, reason: input.overrideReason });
      const boundaryVersion = await putBoundary(ctx, tx, { unitId, geometry, validFrom });
      const unit = await tx.territoryUnit.update({ where: { id: unitId }, data: { version: { increment: 1 } } });
      const detail = { boundaryVersion, validFrom, ...(input.overrideReason ? { overrideReason: input.overrideReason } : {}) };
      await recordChange(ctx, tx, { action: 'redrawBoundary', topic: 'territory', unit, detail });
      return { aggregateId: unit.id, version: unit.version };
    },
  });
}
