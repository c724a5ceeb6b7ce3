import { districtOf } from '#server/modules/territory/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { mayReadScores } from '#shared/scoring/scoring-policy.ts';

export type ScoredCommunity = { id: string; name: string; path: string; districtId: string; timeZone: string };

/** The community with its district's zone; what the actor may not see answers `notFound`. */
export async function readScoredCommunity(db: Db | Tx, options: { actor: Actor; communityId: string }): Promise<ScoredCommunity> {
  const unit = await db.territoryUnit.findFirst({
    where: { id: options.communityId, level: 'community' },
    select: { id: true, name: true, path: true },
  });
  if (!unit || !mayReadScores(options.actor, unit.path)) throw notFound('scoring');
  const { id: districtId, timeZone } = await districtOf(db, unit.id);
  return { ...unit, districtId, timeZone };
}
