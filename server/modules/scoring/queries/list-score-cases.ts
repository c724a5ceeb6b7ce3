import * as z from 'zod/mini';
import { unitId } from '#shared/kernel/ids.ts';
import { localMonth } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { type IndicatorId, indicatorId, type Tally } from '#shared/scoring/scoring-schema.ts';
import type { Ctx } from '#server/platform/context.ts';
import { type ScoredCommunity, readScoredCommunity } from '../score-scope.ts';
import { readStoredScore } from '../scoring-store.ts';
import { computeMonth } from './compute-month.ts';

/** counted = the denominator; reached = the numerator; missed = counted but not reached. */
export const scoreParts = ['counted', 'reached', 'missed'] as const;
export const listScoreCasesInput = z.object({ communityId: unitId, month: localMonth, indicator: indicatorId, part: z.enum(scoreParts) });

export type ScoreCaseRow = {
  id: string;
  caseNo: string | null;
  title: string;
  gridId: string | null;
  gridName: string | null;
  state: string;
  finishDueAt: number | null;
  contactDueAt: number | null;
  closedAt: number | null;
  registeredAt: number | null;
  reached: boolean;
};

/** Exactly the cases behind one figure of a score: as many rows as the figure says. */
export async function listScoreCases(ctx: Ctx, input: z.infer<typeof listScoreCasesInput>): Promise<{ rows: ScoreCaseRow[]; total: number }> {
  const community = await readScoredCommunity(ctx.db, { actor: ctx.actor, communityId: input.communityId });
  const tally = await tallyOf(ctx, { community, month: input.month, indicator: input.indicator });
  const reached = new Set([...tally.numerator, ...tally.partial]);
  const ids = { counted: tally.denominator, reached: [...reached], missed: tally.denominator.filter((id) => !reached.has(id)) }[input.part];
  const rows = await ctx.db.case.findMany({
    where: { id: { in: [...ids] }, unitPath: { startsWith: community.path } },
    select: { id: true, caseNo: true, title: true, gridId: true, state: true, finishDueAt: true, contactDueAt: true, closedAt: true, registeredAt: true },
    orderBy: [{ caseNo: 'asc' }, { id: 'asc' }],
  });
  const grids = await ctx.db.territoryUnit.findMany({ where: { id: { in: rows.flatMap(({ gridId }) => gridId ?? []) } }, select: { id: true, name: true } });
  const nameOf = new Map(grids.map(({ id, name }) => [id, name]));
  const time = (value: Date | null) => value?.getTime() ?? null;
  return {
    total: ids.length,
    rows: rows.map((row) => ({
      ...row,
      gridName: row.gridId ? (nameOf.get(row.gridId) ?? null) : null,
      finishDueAt: time(row.finishDueAt),
      contactDueAt: time(row.contactDueAt),
      closedAt: time(row.closedAt),
      registeredAt: time(row.registeredAt),
      reached: reached.has(row.id),
    })),
  };
}

async function tallyOf(ctx: Ctx, options: { community: ScoredCommunity; month: string; indicator: IndicatorId }): Promise<Tally> {
  const { community, month, indicator } = options;
  const closed = month < monthAt(community.timeZone, ctx.now());
  const stored = closed ? await readStoredScore(ctx.db, { communityId: community.id, month }) : null;
  const score = stored ?? (await computeMonth(ctx, { community, month }));
  return score.indicators.find(({ id }) => id === indicator)?.tally ?? { denominator: [], numerator: [], partial: [] };
}
