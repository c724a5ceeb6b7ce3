import { readCalendar } from '#server/modules/calendar/index.ts';
import { CASE_AGGREGATE, findCases } from '#server/modules/cases/index.ts';
import { syncLimits } from '#server/modules/clocks/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { runningLimitsOf } from '#shared/cases/running-limits.ts';
import type { LimitHolder, RunningLimit } from '#shared/clocks/clocks-schema.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import { HOUR, type Instant } from '#shared/kernel/time.ts';
import type { Town, TownCommunity } from '../world/town-plan.ts';

/** Limits of one statement. */
const BATCH = 1_000;
const limit = { amount: 24, unit: 'hours' } as const;

/** A limit in its bench: half used up at `halfAt`, owed by one person, whom the reminder has to reach. */
export type Planned = { caseId: string; halfAt: Instant; userId: string };

/**
 * Lets a limit run for each of the open cases, half used up at the given instants and so long that nothing else of it fires for hours.
 * Starting it anew at another time gives it marks of its own.
 */
export async function planLimits(
  platform: Platform,
  { town, caseIds, halfAt }: { town: Town; caseIds: readonly string[]; halfAt: readonly Instant[] },
): Promise<Planned[]> {
  const { districtId } = town;
  const due = dueBy(await readCalendar(platform.db, districtId));
  const planned: Planned[] = [];
  for (let start = 0; start < halfAt.length; start += BATCH) {
    const snapshots = await findCases(platform.db, caseIds.slice(start, Math.min(start + BATCH, halfAt.length)));
    const aggregates = snapshots.flatMap((snapshot, index) => {
      const half = halfAt[start + index];
      const running = runningLimitsOf(snapshot).at(-1);
      const community = town.communities.find(({ id }) => id === snapshot.communityId);
      if (half === undefined || !running || !community) throw new Error('an open case without a limit or a place');
      const from = half - (limit.amount / 2) * HOUR;
      planned.push({ caseId: snapshot.id, halfAt: half, userId: holderIn(community, running.holder) });
      return [
        { id: snapshot.id, limits: [{ ...running, from, due: due(limit, from), held: false, emergency: false } satisfies RunningLimit] },
      ];
    });
    await inTransaction(platform, (tx) => syncLimits(tx, { aggregateType: CASE_AGGREGATE, districtId, at: platform.now(), aggregates }));
  }
  return planned;
}

/** The one person of the town behind a holder, written down anew, not by the product's function. */
function holderIn({ people, team }: TownCommunity, holder: LimitHolder): string {
  if (holder.kind === 'department') return (holder.departmentId === team ? people.teamHandler : people.handler).userId;
  if (holder.kind === 'role' && holder.role === 'dispatcher') return people.dispatcher.userId;
  throw new Error('a limit that nobody of the town holds');
}
