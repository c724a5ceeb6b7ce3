import type { Db } from '#server/platform/db.ts';

/** Which limits of some aggregates run, by the id of the aggregate. */
export async function runningKeys(
  db: Db,
  { aggregateType, aggregateIds }: { aggregateType: string; aggregateIds: readonly string[] },
): Promise<Map<string, string[]>> {
  const rows = await db.runningLimit.findMany({
    where: { aggregateType, aggregateId: { in: [...aggregateIds] } },
    select: { aggregateId: true, key: true },
  });
  const keys = new Map<string, string[]>();
  for (const { aggregateId, key } of rows) keys.set(aggregateId, [...(keys.get(aggregateId) ?? []), key]);
  return keys;
}
