import type { Db, Tx } from '#server/platform/db.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { pathsUp } from '#shared/territory/path.ts';

/** Everybody whose post of this role covers a place at a moment, holders and deputies; closed accounts and people of `outside` are left out. */
export async function peopleInPost(
  db: Db | Tx,
  { role, scopePath, at, outside = [] }: { role: Role; scopePath: string; at: Instant; outside?: readonly DepartmentId[] },
): Promise<UserId[]> {
  const moment = new Date(at);
  const inForce = { validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] };
  const elsewhere = outside.length > 0 && { appointments: { none: { departmentId: { in: [...outside] }, ...inForce } } };
  const rows = await db.appointment.findMany({
    where: {
      role,
      unit: { path: { in: pathsUp(scopePath) } },
      ...inForce,
      user: { disabledAt: null, ...elsewhere },
    },
    select: { userId: true },
    orderBy: { userId: 'asc' },
  });
  return [...new Set(rows.map((row) => row.userId as UserId))];
}
