import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { localMonth } from '#shared/kernel/time.ts';
import { monthRange } from '#shared/kernel/zone-time.ts';
import { exclusionReasons, indicatorId, type Tally } from '#shared/scoring/scoring-schema.ts';
import { type ScoreCaseRow, scoreCaseRows } from '../score-case-rows.ts';
import { readScoredCommunity } from '../score-scope.ts';
import { readFacts } from '../scoring-store.ts';
import { monthScore } from './month-score.ts';

/** counted = the denominator; reached = counts wholly or in part; missed = counted but not reached. */
export const scoreParts = ['counted', 'reached', 'missed'] as const;
export type ScorePart = (typeof scoreParts)[number];

const subject = { communityId: unitId, month: localMonth };
export const listScoreCasesInput = z.object({ ...subject, indicator: indicatorId, part: z.enum(scoreParts) });
export const listExcludedCasesInput = z.object({ ...subject, reason: z.optional(z.enum(exclusionReasons)) });

export type ScoreCases = { rows: ScoreCaseRow[]; total: number };

/** Exactly the cases behind one figure of a score, as they stood when it was made: as many rows as the figure says. */
export async function listScoreCases(ctx: Ctx, input: z.infer<typeof listScoreCasesInput>): Promise<ScoreCases> {
  const community = await readScoredCommunity(ctx.db, { actor: ctx.actor, communityId: input.communityId });
  const { score } = await monthScore(ctx, { community, month: input.month });
  const tally = score.indicators.find(({ id }) => id === input.indicator)?.tally ?? { denominator: [], numerator: [], partial: [] };
  const caseIds = partOf(tally, input.part);
  const rows = await scoreCaseRows(ctx, { caseIds, asOf: score.asOf, tally });
  return { rows, total: caseIds.length };
}

/** The cases reported in the month that are not assessed, as many as the score says. */
export async function listExcludedCases(ctx: Ctx, input: z.infer<typeof listExcludedCasesInput>): Promise<ScoreCases> {
  const community = await readScoredCommunity(ctx.db, { actor: ctx.actor, communityId: input.communityId });
  const { score } = await monthScore(ctx, { community, month: input.month });
  const period = monthRange(community.timeZone, input.month);
  const facts = await readFacts(ctx.db, { communityId: community.id, period, asOf: score.asOf });
  const caseIds = facts
    .filter(({ excluded, reportedAt }) => excluded !== null && reportedAt >= period.t0 && reportedAt < period.t1)
    .filter(({ excluded }) => input.reason === undefined || excluded === input.reason)
    .map(({ caseId }) => caseId);
  return { rows: await scoreCaseRows(ctx, { caseIds, asOf: score.asOf, tally: null }), total: caseIds.length };
}

function partOf(tally: Tally, part: ScorePart): string[] {
  const reached = new Set([...tally.numerator, ...tally.partial]);
  if (part === 'counted') return tally.denominator;
  return tally.denominator.filter((id) => reached.has(id) === (part === 'reached'));
}
