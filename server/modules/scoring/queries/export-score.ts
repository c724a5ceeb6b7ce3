import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { localMonth } from '#shared/kernel/time.ts';
import { scoreCsv } from '#shared/scoring/score-csv.ts';
import { readScoredCommunity } from '../score-scope.ts';
import { monthScore } from './month-score.ts';

export const exportScoreInput = z.object({ communityId: unitId, month: localMonth, format: z.enum(['csv', 'json']) });
export type ScoreFile = { name: string; mime: string; text: string };

/**
 * A score as a file. CSV: the table and every case behind it by number. JSON: the stored result itself, so that its hash (SHA-256 of
 * the canonical JSON of everything but the hash) can be checked by anybody.
 */
export async function exportScore(ctx: Ctx, input: z.infer<typeof exportScoreInput>): Promise<ScoreFile> {
  const community = await readScoredCommunity(ctx.db, { actor: ctx.actor, communityId: input.communityId });
  const { score } = await monthScore(ctx, { community, month: input.month });
  const name = `${community.name}-${input.month}`;
  if (input.format === 'json') return { name: `${name}.json`, mime: 'application/json', text: JSON.stringify(score, null, 2) };
  const ids = [...new Set(score.indicators.flatMap(({ tally }) => tally.denominator))];
  const rows = await ctx.db.case.findMany({ where: { id: { in: ids } }, select: { id: true, caseNo: true } });
  const numberOf = new Map(rows.map(({ id, caseNo }) => [id, caseNo ?? id]));
  return { name: `${name}.csv`, mime: 'text/csv', text: scoreCsv({ score, title: name, numberOf: (id) => numberOf.get(id) ?? id }) };
}
