import type { Db, Tx } from '#server/platform/db.ts';
import type { Actor, Post } from '#shared/identity/identity-schema.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** The person with every post in force at `now`; null when unknown or disabled. A resident has one post without unit. */
export async function readActor(db: Db | Tx, options: { userId: string; now: Instant }): Promise<Actor | null> {
  const at = new Date(options.now);
  const user = await db.user.findUnique({
    where: { id: options.userId },
    select: {
      id: true,
      name: true,
      kind: true,
      disabledAt: true,
      appointments: {
        where: { validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
        select: { id: true, role: true, deputy: true, unitId: true, departmentId: true, unit: { select: { path: true, level: true } } },
      },
    },
  });
  if (!user || user.disabledAt) return null;
  const posts = user.appointments.map(
    (row): Post => ({
      appointmentId: row.id as Post['appointmentId'],
      role: row.role as Post['role'],
      unitId: row.unitId as Post['unitId'],
      unitPath: row.unit?.path ?? null,
      unitLevel: (row.unit?.level ?? null) as Post['unitLevel'],
      departmentId: row.departmentId as Post['departmentId'],
      deputy: row.deputy,
    }),
  );
  const resident: Post = {
    appointmentId: null,
    role: 'resident',
    unitId: null,
    unitPath: null,
    unitLevel: null,
    departmentId: null,
    deputy: false,
  };
  return { userId: user.id as UserId, name: user.name, posts: user.kind === 'resident' ? [resident, ...posts] : posts };
}
