import type { Ctx } from '#server/platform/context.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import { covers, hasRole } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { territoryRefusal } from './territory-refusal.ts';
import { findUnit, lockUnit, type UnitRow } from './territory-store.ts';

/** Whether the person administers the place: an administrator of it or of a unit above, or the machine itself. */
export function administers(actor: Pick<Actor, 'posts'>, path: string): boolean {
  return hasRole(actor, 'system') || covers(actor, path, 'administrator');
}

/** Whether the person works in the place, above it or below it; residents do not. */
export function worksAround(actor: Pick<Actor, 'posts'>, path: string): boolean {
  return actor.posts.some(
    ({ role, unitPath }) => role === 'system' || (unitPath !== null && (path.startsWith(unitPath) || unitPath.startsWith(path))),
  );
}

/** Whether the person works at the place or above it: what needs names of holders or households. */
export function worksOver(actor: Pick<Actor, 'posts'>, path: string): boolean {
  return actor.posts.some(({ role, unitPath }) => role === 'system' || (unitPath !== null && path.startsWith(unitPath)));
}

/** The unit, locked, when the actor administers it. Refuses `notFound`, `outsideScope`, `unitClosed`, `versionChanged`. */
export async function lockAdministered(
  ctx: Ctx,
  tx: Tx,
  { unitId, expectedVersion }: { unitId: string; expectedVersion: number | null },
): Promise<UnitRow> {
  const unit = await lockUnit(tx, unitId);
  if (!unit) throw territoryRefusal('notFound');
  if (!administers(ctx.actor, unit.path)) throw territoryRefusal('outsideScope');
  if (expectedVersion !== null && unit.version !== expectedVersion) throw territoryRefusal('versionChanged');
  if (unit.validTo && unit.validTo.getTime() <= ctx.now()) throw territoryRefusal('unitClosed');
  return unit;
}

/** The unit when the actor works at it or above it; otherwise it does not exist. */
export async function readWorkedOver(db: Db | Tx, { actor, unitId }: { actor: Actor; unitId: string }): Promise<UnitRow> {
  const unit = await findUnit(db, unitId);
  if (!unit || !worksOver(actor, unit.path)) throw territoryRefusal('notFound');
  return unit;
}
