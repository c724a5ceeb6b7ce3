import { districtOf } from '#server/modules/territory/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { covers, hasRole } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';

/** Who reads the score of a community: its secretary and duty desk, the street, auditors and administrators above it. Never a ranking of people. */
const readers = ['secretary', 'dispatcher', 'streetOperator', 'inspector', 'callbackOfficer', 'auditor', 'administrator'] as const;

export type ScoredCommunity = { id: string; name: string; path: string; districtId: string; timeZone: string };

/** Whether the person may read the scores of a unit and of everything below it. */
export function mayReadScores(actor: Actor, unitPath: string): boolean {
  return hasRole(actor, 'system') || covers(actor, unitPath, ...readers);
}

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
