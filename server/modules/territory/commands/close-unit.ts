import type { Ctx } from '#server/platform/context.ts';
import type { CloseUnitInput } from '#shared/territory/territory-schema.ts';
import { endBoundary } from '../boundary-store.ts';
import { perform } from '../perform.ts';
import { recordChange } from '../record-change.ts';
import type { Performed } from '../request-store.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { lockAdministered } from '../unit-scope.ts';

/** Ends a unit; its history stays. Refuses `stillHasChildren`, `stillHasHolders`. */
export function closeUnit(ctx: Ctx, input: CloseUnitInput): Promise<Performed> {
  const { requestId, unitId, expectedVersion } = input;
  return perform(ctx, {
    action: 'closeUnit',
    requestId,
    unitId,
    work: async (tx) => {
      await lockAdministered(ctx, tx, { unitId, expectedVersion });
      const at = Math.max(input.validTo, ctx.now());
      const end = new Date(at);
      const open = { OR: [{ validTo: null }, { validTo: { gt: end } }] };
      const children = await tx.territoryUnit.count({ where: { parentId: unitId, ...open } });
      if (children > 0) throw territoryRefusal('stillHasChildren', { count: children });
      const holders = await tx.appointment.count({ where: { unitId, ...open } });
      if (holders > 0) throw territoryRefusal('stillHasHolders', { count: holders });
      await endBoundary(tx, { unitId, at });
      const unit = await tx.territoryUnit.update({ where: { id: unitId }, data: { validTo: end, version: { increment: 1 } } });
      await recordChange(ctx, tx, { action: 'closeUnit', topic: 'territory', unit, detail: { validTo: at } });
      return { aggregateId: unit.id, version: unit.version };
    },
  });
}
