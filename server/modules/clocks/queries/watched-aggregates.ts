import type { Db } from '#server/platform/db.ts';

/** Aggregates of a district with a limit that runs, in order, up to 500 from the one after `after`. */
export async function watchedAggregates(
  db: Db,
  { aggregateType, districtId, after }: { aggregateType: string; districtId: string; after: string | null },
): Promise<string[]> {
  const rows = await db.runningLimit.findMany({
    where: { districtId, aggregateType, ...(after === null ? {} : { aggregateId: { gt: after } }) },
    distinct: ['aggregateId'],
    orderBy: { aggregateId: 'asc' },
    select: { aggregateId: true },
    take: 500,
  });
  return rows.map((row) => row.aggregateId);
}
