import type { Platform } from './context.ts';

/**
 * Does one after the other and answers their sum. One that fails is logged and keeps no other from its turn; when all had theirs the
 * first failure is thrown, so that the queue tries again.
 */
export async function eachAlone<T extends { id: string }>(
  { log }: Pick<Platform, 'log'>,
  { what, all }: { what: string; all: readonly T[] },
  work: (one: T) => Promise<number>,
): Promise<number> {
  const failures: unknown[] = [];
  let sum = 0;
  for (const one of all) {
    try {
      sum += await work(one);
    } catch (err) {
      log.error({ err, id: one.id }, what);
      failures.push(err);
    }
  }
  if (failures.length > 0) throw failures[0];
  return sum;
}
