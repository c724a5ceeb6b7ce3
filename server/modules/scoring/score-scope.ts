import { covers } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';

/** Who reads the score of a community: its secretary and duty desk, the street, auditors and administrators above it. Never a ranking of people. */
const readers = ['secretary', 'dispatcher', 'streetOperator', 'inspector', 'callbackOfficer', 'auditor', 'administrator', 'system'] as const;

export type ScoredCommunity = { id: string; name: string; path: string; districtId: string; timeZone: string };

/** The community with its district's zone; what the actor may not see answers `notFound`. */
export async function readScoredCommunity(db: Db | Tx, options: { actor: Actor; communityId: string }): Promise<ScoredCommunity> {
  const unit = await db.territoryUnit.findFirst({ where: { id: options.communityId, level: 'community' }, select: { id: true, name: true, path: true } });
  const isSystem = options.actor.posts.some(({ role }) => role === 'system');
  if (!unit || !(isSystem || covers(options.actor, unit.path, ...readers))) throw notFound('scoring');
  const numbers = unit.path.split('/').filter(Boolean).map(Number);
  const district = await db.territoryUnit.findFirstOrThrow({ where: { level: 'district', no: { in: numbers } }, select: { id: true, facts: true } });
  const zone = (district.facts as { timeZone?: unknown }).timeZone;
  return { ...unit, districtId: district.id, timeZone: typeof zone === 'string' ? zone : 'Asia/Shanghai' };
}
