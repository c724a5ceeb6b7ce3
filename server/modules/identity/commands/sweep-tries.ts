import type { Platform } from '#server/platform/context.ts';

/** Deletes counters of tries whose time is over; a locked account keeps its own. Answers how many. */
export async function sweepTries({ db, now }: Pick<Platform, 'db' | 'now'>): Promise<number> {
  const { count } = await db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now()) } } });
  return count;
}
