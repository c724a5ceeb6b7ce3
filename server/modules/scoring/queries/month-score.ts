import type { Platform } from '#server/platform/context.ts';
import { notFound } from '#server/platform/errors.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import type { ScoreResult } from '#shared/scoring/scoring-schema.ts';
import type { ScoredCommunity } from '../score-scope.ts';
import { readStoredScore } from '../scoring-store.ts';
import { computeMonth } from './compute-month.ts';

export type MonthScore = { score: ScoreResult; current: LocalMonth; running: boolean };

/** The score with its case lists: of a month that is over as it was stored, of the running one from the events of this moment. Refuses `notFound` for a month to come. */
export async function monthScore(
  ctx: Pick<Platform, 'db' | 'now'>,
  { community, month }: { community: ScoredCommunity; month: LocalMonth },
): Promise<MonthScore> {
  const current = monthAt(community.timeZone, ctx.now());
  if (month > current) throw notFound('scoring');
  const running = month === current;
  const stored = running ? null : await readStoredScore(ctx.db, { communityId: community.id, month });
  return { score: stored ?? (await computeMonth(ctx, { community, month })), current, running };
}
