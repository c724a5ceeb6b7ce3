import type { Prisma } from '#server/platform/db.ts';
import { postsOf } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';

/** Staff an administrator manages: with a post, now or before, below the administrator's unit, or made by its administration. */
export function staffWhere(actor: Actor): Prisma.UserWhereInput {
  const units = postsOf(actor, 'administrator').flatMap(({ unitId, unitPath }) => (unitId && unitPath ? [{ unitId, unitPath }] : []));
  const scopes = units.flatMap(({ unitId, unitPath }): Prisma.UserWhereInput[] => [
    { homeUnitId: unitId },
    { appointments: { some: { unit: { path: { startsWith: unitPath } } } } },
    { appointments: { some: { department: { unit: { path: { startsWith: unitPath } } } } } },
  ]);
  return { kind: 'staff', OR: scopes };
}

/** The unit a new account belongs to until it has a post; null when the actor is no administrator. */
export function homeUnitOf(actor: Actor): string | null {
  return postsOf(actor, 'administrator')[0]?.unitId ?? null;
}
