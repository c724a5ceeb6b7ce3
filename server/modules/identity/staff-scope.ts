import { anyOf } from '#server/platform/any-of.ts';
import type { Prisma } from '#server/platform/db.ts';
import { postsOf } from '#shared/identity/actor-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';

type Unit = { unitId: string; unitPath: string };

function administered(actor: Actor): Unit[] {
  return postsOf(actor, 'administrator').flatMap(({ unitId, unitPath }) => (unitId && unitPath ? [{ unitId, unitPath }] : []));
}

/** Posts at or below the units, on a unit or in a department. */
function postsBelow(units: readonly Unit[]): Prisma.AppointmentWhereInput {
  return anyOf(
    units.flatMap(({ unitPath }): Prisma.AppointmentWhereInput[] => [
      { unit: { path: { startsWith: unitPath } } },
      { department: { unit: { path: { startsWith: unitPath } } } },
    ]),
  );
}

/** Staff an administrator sees: with a post, now or before, below the administrator's unit, or made by its administration. */
export function staffWhere(actor: Actor): Prisma.UserWhereInput {
  const units = administered(actor);
  if (units.length === 0) return anyOf<Prisma.UserWhereInput>([]);
  return { kind: 'staff', OR: [{ homeUnitId: { in: units.map(({ unitId }) => unitId) } }, { appointments: { some: postsBelow(units) } }] };
}

/**
 * Staff whose account an administrator changes: of those seen, whoever holds no post elsewhere now or later. So nobody gains the account
 * of a superior or of another district's officer by having had, or by giving, that person a post at home.
 */
export function managedStaffWhere(actor: Actor, now: Instant): Prisma.UserWhereInput {
  const inForce: Prisma.AppointmentWhereInput = { OR: [{ validTo: null }, { validTo: { gt: new Date(now) } }] };
  return { AND: [staffWhere(actor), { appointments: { none: { AND: [inForce, { NOT: postsBelow(administered(actor)) }] } } }] };
}

/** The unit a new account belongs to until it has a post; null when the actor is no administrator. */
export function homeUnitOf(actor: Actor): string | null {
  return postsOf(actor, 'administrator')[0]?.unitId ?? null;
}
