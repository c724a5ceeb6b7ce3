import type { Prisma, Tx } from '#server/platform/db.ts';
import type { Post, Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UnitId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { pathsUp } from '#shared/territory/path.ts';

/** A post in force with its holder. */
export type HeldPost = Pick<Post, 'role' | 'unitId' | 'departmentId'> & { userId: UserId; unitPath: string };

const columns = { userId: true, role: true, unitId: true, departmentId: true, unit: { select: { path: true } } } as const;
type Row = Prisma.AppointmentGetPayload<{ select: typeof columns }>;

const held = (now: Instant) => {
  const at = new Date(now);
  return { validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }], user: { disabledAt: null } };
};
const inOrder = [{ validFrom: 'asc' }, { id: 'asc' }] satisfies Prisma.AppointmentOrderByWithRelationInput[];

/** Holders of the roles on the units at or above a place; with `below` also those under it. */
export async function unitPosts(
  tx: Tx,
  { roles, scopePath, below, now }: { roles: readonly Role[]; scopePath: string; below: boolean; now: Instant },
): Promise<HeldPost[]> {
  const above = { path: { in: pathsUp(scopePath) } };
  const unit = below ? { OR: [above, { path: { startsWith: scopePath } }] } : above;
  const rows = await tx.appointment.findMany({
    where: { ...held(now), role: { in: [...roles] }, unit },
    orderBy: inOrder,
    select: columns,
  });
  return rows.map(toPost);
}

/** Holders of the roles in the departments. */
export async function departmentPosts(
  tx: Tx,
  { ids, roles, now }: { ids: readonly DepartmentId[]; roles: readonly Role[]; now: Instant },
): Promise<HeldPost[]> {
  if (ids.length === 0) return [];
  const where = { ...held(now), role: { in: [...roles] }, departmentId: { in: [...ids] } };
  return (await tx.appointment.findMany({ where, orderBy: inOrder, select: columns })).map(toPost);
}

function toPost({ userId, role, unitId, departmentId, unit }: Row): HeldPost {
  return {
    userId: userId as UserId,
    role: role as Role,
    unitId: unitId as UnitId | null,
    departmentId: departmentId as DepartmentId | null,
    unitPath: unit?.path ?? '',
  };
}
