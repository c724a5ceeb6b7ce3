import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { hasRole } from '#shared/identity/actor-policy.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { createUnitInput, parentLevels } from '#shared/territory/territory-schema.ts';
import { putBoundary } from '../boundary-store.ts';
import { insertUnit } from '../insert-unit.ts';
import { perform } from '../perform.ts';
import { recordChange } from '../record-change.ts';
import { overrideReason, refuseUnsound } from '../refuse-unsound.ts';
import type { Performed } from '../request-store.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import type { UnitRow } from '../territory-store.ts';
import { refuseCode } from '../unit-code.ts';
import { lockAdministered } from '../unit-scope.ts';

export const createUnitCommand = z.extend(createUnitInput, { overrideReason });
export type CreateUnitCommand = z.infer<typeof createUnitCommand>;

/** Adds a unit to the tree, with its boundary when one is drawn. For administrators of the parent; a district only by the machine. */
export function createUnit(ctx: Ctx, input: CreateUnitCommand): Promise<Performed> {
  const { requestId, unitId, level, code, geometry, validFrom } = input;
  return perform(ctx, {
    action: 'createUnit',
    requestId,
    unitId,
    work: async (tx) => {
      if (!input.parentId && !hasRole(ctx.actor, 'system')) throw territoryRefusal('outsideScope');
      const parent = input.parentId ? await lockAdministered(ctx, tx, { unitId: input.parentId, expectedVersion: null }) : null;
      refuseParent(level, parent);
      await refuseCode(tx, { level, code, parent });
      if (geometry)
        await refuseUnsound(tx, {
          drawing: { unitId, level, name: input.name, geometry },
          parent,
          at: validFrom,
          reason: input.overrideReason,
        });
      const unit = await insertUnit(tx, {
        unit: { id: unitId, level, kind: input.kind, code, name: input.name, facts: {}, validFrom },
        parent,
      });
      if (geometry) await putBoundary(ctx, tx, { unitId, geometry, validFrom });
      const detail = { name: input.name, code, level, ...(input.overrideReason ? { overrideReason: input.overrideReason } : {}) };
      await recordChange(ctx, tx, { action: 'createUnit', topic: 'territory', unit, detail });
      return { aggregateId: unit.id, version: unit.version };
    },
  });
}

/** Refuses `wrongParent`. */
export function refuseParent(level: UnitLevel, parent: UnitRow | null): void {
  const allowed: readonly UnitLevel[] = parentLevels[level];
  const fits = parent ? allowed.some((entry) => entry === parent.level) : allowed.length === 0;
  if (!fits) throw territoryRefusal('wrongParent', { level, parent: parent?.level ?? '' });
}
