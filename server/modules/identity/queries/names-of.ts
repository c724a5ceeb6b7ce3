import type { Db, Tx } from '#server/platform/db.ts';

/** Names of people by id; one query for any number. */
export async function namesOf(db: Db | Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.user.findMany({ where: { id: { in: [...new Set(userIds)] } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}
