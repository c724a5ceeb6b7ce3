import type { Ctx } from '#server/platform/context.ts';
import { checkLadder } from '#shared/territory/ladder.ts';
import type { SetLadderInput } from '#shared/territory/territory-schema.ts';
import { perform } from '../perform.ts';
import { recordChange } from '../record-change.ts';
import type { Performed } from '../request-store.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { readFacts } from '../unit-facts.ts';
import { lockAdministered } from '../unit-scope.ts';

/** Gives a community its own ladder of holders: levels, titles and how many households one holder may have. Refuses `notCommunity`, `ladderUnsound`. */
export function setLadder(ctx: Ctx, input: SetLadderInput): Promise<Performed> {
  const { requestId, unitId, expectedVersion, ladder } = input;
  return perform(ctx, {
    action: 'setLadder',
    requestId,
    unitId,
    work: async (tx) => {
      const before = await lockAdministered(ctx, tx, { unitId, expectedVersion });
      if (before.level !== 'community') throw territoryRefusal('notCommunity');
      const wrong = checkLadder(ladder);
      if (wrong) throw territoryRefusal('ladderUnsound', { code: wrong.code, ...wrong.params });
      const facts = { ...readFacts(before.id, before.facts), ladder };
      const unit = await tx.territoryUnit.update({
        where: { id: unitId },
        data: { version: { increment: 1 }, facts: JSON.parse(JSON.stringify(facts)) },
      });
      await recordChange(ctx, tx, {
        action: 'setLadder',
        topic: 'territory',
        unit,
        detail: { titles: ladder.map(({ title }) => title.zh) },
      });
      return { aggregateId: unit.id, version: unit.version };
    },
  });
}
