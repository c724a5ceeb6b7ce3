import type { Db, Tx } from '#server/platform/db.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import { type ScoreResult, scoreResult } from '#shared/scoring/scoring-schema.ts';
import { hashed } from '../scoring-store.ts';

const PAGE = 200;

type Columns = { communityId: string; month: LocalMonth; asOf: Date; hash: string };

/** Whether a stored score is what its hash was made of, and of the community and month it stands under. */
function isSealed({ hash: own, ...body }: ScoreResult, { communityId, month, asOf, hash }: Columns): boolean {
  // the middle of a month lies in it in every zone
  const named = new Date((body.t0 + body.t1) / 2).toISOString().startsWith(month);
  return named && body.subject === communityId && body.asOf === asOf.getTime() && own === hash && hashed(body).hash === hash;
}

/** Holds every stored score of a community against its hash; stops at the first that is not what was closed. */
export async function verifyScores(db: Db | Tx): Promise<{ checked: number; changed: { unitId: string; month: LocalMonth } | null }> {
  let checked = 0;
  let after = '';
  for (;;) {
    const rows = await db.scoreResult.findMany({
      ...(after === '' ? {} : { where: { id: { gt: after } } }),
      orderBy: { id: 'asc' },
      take: PAGE,
    });
    for (const { communityId, month, asOf, hash, result } of rows) {
      const { success, data } = scoreResult.safeParse(result);
      if (!success || !isSealed(data, { communityId, month, asOf, hash })) return { checked, changed: { unitId: communityId, month } };
      checked += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return { checked, changed: null };
    after = last.id;
  }
}
