import { readCalendar } from '#server/modules/calendar/index.ts';
import { CASE_AGGREGATE, findCases } from '#server/modules/cases/index.ts';
import { syncLimits } from '#server/modules/clocks/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { runningLimitsOf } from '#shared/cases/running-limits.ts';
import type { LimitMark, RunningLimit } from '#shared/clocks/clocks-schema.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import { HOUR, type Instant, MINUTE } from '#shared/kernel/time.ts';
import type { Town, TownCommunity } from '../world/town-plan.ts';

/** Limits of one statement. */
const BATCH = 1_000;
const DAY_LIMIT = { amount: 24, unit: 'hours' } as const;
const SPAN = DAY_LIMIT.amount * HOUR;
/** An emergency climbs so long after its due time. */
const CLIMB = 10 * MINUTE;

/** The marks that are fired: three reminders and the first step up the chain. */
export const playedMarks = ['remind50', 'remind80', 'due100', 'escalateStreet'] as const satisfies readonly LimitMark[];
export type PlayedMark = (typeof playedMarks)[number];

/** A mark to come of the limit of a case, and everybody who has to hear of it. */
export type Planned = { caseId: string; mark: PlayedMark; at: Instant; userIds: readonly string[] };

/** What is to fire of a case, and when. */
export type Wanted = Pick<Planned, 'mark' | 'at'>;

/**
 * Lets a limit run for each of the open cases, of which that one mark is the next and comes at that instant; the one after it is minutes or
 * hours away. Starting a limit anew at another time gives it marks of its own.
 */
export async function planLimits(
  platform: Platform,
  { town, caseIds, wanted }: { town: Town; caseIds: readonly string[]; wanted: readonly Wanted[] },
): Promise<Planned[]> {
  const { districtId } = town;
  const due = dueBy(await readCalendar(platform.db, districtId));
  const planned: Planned[] = [];
  for (let start = 0; start < wanted.length; start += BATCH) {
    const snapshots = await findCases(platform.db, caseIds.slice(start, Math.min(start + BATCH, wanted.length)));
    const aggregates = snapshots.flatMap((snapshot, index) => {
      const next = wanted[start + index];
      const running = runningLimitsOf(snapshot).at(-1);
      const community = town.communities.find(({ id }) => id === snapshot.communityId);
      if (next === undefined || !running || !community) throw new Error('an open case without a limit or a place');
      planned.push({ caseId: snapshot.id, ...next, userIds: hearersOf(community, { mark: next.mark, running }) });
      return [{ id: snapshot.id, limits: [{ ...running, held: false, ...spanFor(next, due) } satisfies RunningLimit] }];
    });
    await inTransaction(platform, (tx) => syncLimits(tx, { aggregateType: CASE_AGGREGATE, districtId, at: platform.now(), aggregates }));
  }
  return planned;
}

/**
 * A limit of a day of which the mark comes then. Half of it is reached under the law; of the others the due time came from outside, so that
 * the marks before theirs, which lie in the past, are left out.
 */
function spanFor({ mark, at }: Wanted, due: ReturnType<typeof dueBy>): Pick<RunningLimit, 'from' | 'due' | 'emergency'> {
  const outside = (end: Instant) => ({ from: end - SPAN, due: { at: end, provisional: false, calendarVersion: 0 } });
  switch (mark) {
    case 'remind50':
      return { from: at - SPAN / 2, due: due(DAY_LIMIT, at - SPAN / 2), emergency: false };
    case 'remind80':
      return { ...outside(at + SPAN / 5), emergency: false };
    case 'due100':
      return { ...outside(at), emergency: false };
    case 'escalateStreet':
      return { ...outside(at - CLIMB), emergency: true };
  }
}

/** Who of the town must hear of a mark, written down anew, not by the product's function. */
function hearersOf({ people, team, department }: TownCommunity, { mark, running }: { mark: PlayedMark; running: RunningLimit }): string[] {
  const { holder, escalates } = running;
  const owing = () => {
    if (holder.kind === 'department') return holder.departmentId === team ? people.teamHandler : people.handler;
    if (holder.kind === 'role' && holder.role === 'dispatcher') return people.dispatcher;
    throw new Error('a limit that nobody of the town holds');
  };
  const leads = escalates.departmentId === department ? [people.lead] : [];
  const hearers = {
    remind50: [owing()],
    remind80: [owing()],
    due100: [owing(), ...leads],
    escalateStreet: [people.streetOperator, ...leads],
  }[mark];
  return hearers.map(({ userId }) => userId).sort();
}
