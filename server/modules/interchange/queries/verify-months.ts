import { verifyWhistleMonths } from '#server/modules/dispatch/index.ts';
import { verifyScores } from '#server/modules/scoring/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';

/** `fault` = the first closed month whose stored figures are not those it was closed with: of a district's whistles or a community's score. */
export type MonthsReport = { checked: number; fault: { of: 'whistles' | 'score'; unit: string; month: LocalMonth } | null };

/** Holds every closed month against its hash: the figures of whistles and the scores of communities. */
export async function verifyMonths(db: Db | Tx): Promise<MonthsReport> {
  let checked = 0;
  for (const [of, verify] of [
    ['whistles', verifyWhistleMonths],
    ['score', verifyScores],
  ] as const) {
    const { changed, ...found } = await verify(db);
    checked += found.checked;
    if (changed === null) continue;
    const { unitId, month } = changed;
    const unit = await db.territoryUnit.findUnique({ where: { id: unitId }, select: { name: true } });
    return { checked, fault: { of, unit: unit?.name ?? unitId, month } };
  }
  return { checked, fault: null };
}
