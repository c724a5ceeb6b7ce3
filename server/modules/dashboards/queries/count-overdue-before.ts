import { listWhere, readCaseEvents } from '#server/modules/cases/index.ts';
import { clockOf } from '#shared/cases/case-clock.ts';
import type { CaseEvent } from '#shared/cases/cases-events.ts';
import { openStates } from '#shared/cases/cases-schema.ts';
import { replayCase } from '#shared/cases/evolve-case.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Counting } from '../list-counts.ts';

/** So many cases changed since then and nobody reads their histories for one small line. */
const REPLAYED = 1_000;
const open: readonly string[] = openStates;

/**
 * How many cases were overdue at an earlier moment: those unchanged since are told by their row, the changed ones by their events.
 * null when too many have changed.
 */
export async function countOverdueBefore({ ctx, unitId }: Counting, at: Instant): Promise<number | null> {
  const within = await listWhere(ctx, { unitId });
  const moment = new Date(at);
  const changed = await ctx.db.case.findMany({
    where: { AND: [within, { lastEventAt: { gt: moment }, reportedAt: { lte: moment } }] },
    select: { id: true },
    take: REPLAYED + 1,
  });
  if (changed.length > REPLAYED) return null;
  const unchanged = await ctx.db.case.count({
    where: { AND: [within, { state: { in: [...openStates] }, clockDueAt: { lt: moment }, lastEventAt: { lte: moment } }] },
  });
  const histories = new Map<string, CaseEvent[]>();
  const ids = changed.map(({ id }) => id);
  for (const { caseId, event } of await readCaseEvents(ctx.db, ids)) {
    if (event.meta.at <= at) histories.set(caseId, [...(histories.get(caseId) ?? []), event]);
  }
  const late = [...histories.values()].filter((events) => {
    const snapshot = replayCase(events);
    return snapshot !== null && open.includes(snapshot.state) && clockOf(snapshot, at).overdue;
  });
  return unchanged + late.length;
}
