import { newestCalendar } from '#server/modules/calendar/index.ts';
import type { Tx } from '#server/platform/db.ts';
import type { RunningLimit } from '#shared/clocks/clocks-schema.ts';
import { markPlan } from '#shared/clocks/mark-times.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { writeLimits } from '../clocks-store.ts';

/** The limits that run for each of some aggregates of one district. */
export type SyncedLimits = {
  aggregateType: string;
  districtId: string;
  at: Instant;
  /** nobody watched these limits before: marks they have passed are left out, as of a due time that came from outside */
  ahead?: boolean;
  aggregates: readonly { id: string; limits: readonly RunningLimit[] }[];
};

/**
 * Makes the clocks of these aggregates run as given, in the transaction that changed them: a limit not given no longer runs, one with
 * another due time has the marks that have not fired planned anew, one that starts anew has marks of its own. Call it with every limit
 * that runs, as often as you like; what fired stays fired. A due time that came from outside has only the marks still ahead of it.
 */
export async function syncLimits(tx: Tx, { aggregateType, districtId, at, ahead = false, aggregates }: SyncedLimits): Promise<void> {
  if (aggregates.length === 0) return;
  const running = aggregates.flatMap(({ id, limits }) => limits.map((limit) => ({ aggregateId: id, limit })));
  const calendar = running.length > 0 ? await newestCalendar(tx, districtId) : null;
  const planned = running.map((each) => {
    const marks = markPlan(calendar, each.limit);
    const fromOutside = each.limit.due.soonAt === undefined;
    return { ...each, marks, passed: ahead || fromOutside ? marks.filter((mark) => mark <= at).length : 0 };
  });
  await writeLimits(tx, { aggregateType, districtId, aggregateIds: aggregates.map(({ id }) => id), planned });
}
