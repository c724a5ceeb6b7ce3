import type { Db, Tx } from '#server/platform/db.ts';
import { maskName } from '#shared/identity/mask-person.ts';

/** Names of people by id for a record others read: staff and holders of posts by name, residents masked. */
export async function maskedNamesOf(db: Db | Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true, kind: true, _count: { select: { appointments: true } } },
  });
  return new Map(rows.map(({ id, name, kind, _count }) => [id, kind === 'resident' && _count.appointments === 0 ? maskName(name) : name]));
}
