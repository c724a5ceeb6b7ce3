import type { Platform } from '#server/platform/context.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import { monthRange } from '#shared/kernel/zone-time.ts';
import { computeScore } from '#shared/scoring/compute-score.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import type { ScoreResult } from '#shared/scoring/scoring-schema.ts';
import type { ScoredCommunity } from '../score-scope.ts';
import { hashed, readFacts, readScheme } from '../scoring-store.ts';

/**
 * The score of a community for a month, from the events: of a month that is over as of its last millisecond (so computing it
 * again gives the same figures and hash), of the running one as of now.
 */
export async function computeMonth(
  ctx: Pick<Platform, 'now'> & { db: Db | Tx },
  options: { community: ScoredCommunity; month: LocalMonth },
): Promise<ScoreResult> {
  const { community, month } = options;
  const period = monthRange(community.timeZone, month);
  const asOf = Math.min(ctx.now(), period.t1 - 1);
  const scheme = (await readScheme(ctx.db, { districtId: community.districtId, date: `${month}-01` })) ?? defaultScheme;
  const facts = await readFacts(ctx.db, { communityId: community.id, period, asOf });
  return hashed(computeScore({ scheme, subject: community.id, period, asOf, facts }));
}
