import type { Ctx } from '#server/platform/context.ts';
import type { RenameUnitInput } from '#shared/territory/territory-schema.ts';
import { perform } from '../perform.ts';
import { recordChange } from '../record-change.ts';
import type { Performed } from '../request-store.ts';
import { readFacts } from '../unit-facts.ts';
import { lockAdministered } from '../unit-scope.ts';

const ALIASES_MAX = 20;

/** Gives a unit a new name; the old one stays findable as an alias unless it was a slip of the pen. */
export function renameUnit(ctx: Ctx, input: RenameUnitInput): Promise<Performed> {
  const { requestId, unitId, expectedVersion, name, keepOldAsAlias } = input;
  return perform(ctx, {
    action: 'renameUnit',
    requestId,
    unitId,
    work: async (tx) => {
      const before = await lockAdministered(ctx, tx, { unitId, expectedVersion });
      const facts = readFacts(before.id, before.facts);
      const old = keepOldAsAlias && before.name !== name ? [before.name] : [];
      const aliases = [...new Set([...old, ...(facts.aliases ?? [])])].filter((alias) => alias !== name).slice(0, ALIASES_MAX);
      const unit = await tx.territoryUnit.update({
        where: { id: unitId },
        data: { name, version: { increment: 1 }, facts: JSON.parse(JSON.stringify({ ...facts, aliases })) },
      });
      await recordChange(ctx, tx, { action: 'renameUnit', topic: 'territory', unit, detail: { from: before.name, to: name } });
      return { aggregateId: unit.id, version: unit.version };
    },
  });
}
