import type { Db, Tx } from '#server/platform/db.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { pathsUp } from '#shared/territory/path.ts';

/** Everybody whose post of this role covers a place at a moment, holders and deputies; closed accounts are left out. */
export async function peopleInPost(
  db: Db | Tx,
  { role, scopePath, at }: { role: Role; scopePath: string; at: Instant },
): Promise<UserId[]> {
  const moment = new Date(at);
  const rows = await db.appointment.findMany({
    where: {
      role,
      unit: { path: { in: pathsUp(scopePath) } },
      validFrom: { lte: moment },
      OR: [{ validTo: null }, { validTo: { gt: moment } }],
      user: { disabledAt: null },
    },
    select: { userId: true },
    orderBy: { userId: 'asc' },
  });
  return [...new Set(rows.map((row) => row.userId as UserId))];
}
