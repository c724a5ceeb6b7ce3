import type { Ctx } from '#server/platform/context.ts';
import type { Due } from '#shared/calendar/calendar-schema.ts';
import { soonAtOf } from '#shared/clocks/light.ts';
import { type DueReason, dueReasonOf } from '#shared/dispatch/whistle-due-reason.ts';
import { whistleScope } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleVisitsInput } from '#shared/dispatch/whistle-queries.ts';
import type { DepartmentId, WhistleId } from '#shared/kernel/ids.ts';
import type { CasePoint } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { departmentNames } from '../whistle-line.ts';
import { whistleWhere } from '../whistle-scope-where.ts';
import { whistleOf } from '../whistle-store.ts';

/** One visit of one unit: when it is expected, or until when it is owed, or when it took place. */
export type SiteVisitDay = {
  whistleId: WhistleId;
  whistleNo: string;
  title: string;
  address: string;
  community: string | null;
  point: CasePoint | null;
  departmentId: DepartmentId;
  name: { zh: string; en: string };
  at: Instant;
  kind: 'expected' | 'due' | 'arrived';
  /** the unit's own limit for coming, which makes the light; null once it is there */
  due: Due | null;
  soonAt: Instant | null;
  reason: DueReason | null;
};

/** Whistles looked through, the last blown first. */
const AT_MOST = 500;

/** `complete` is false when there were more whistles than are looked through: visits of the oldest may be missing then. */
export type SiteVisits = { visits: SiteVisitDay[]; complete: boolean };

/** Site visits in [from, to) of whistles the person may see, in order of time: the calendar of visits and the map of a day. */
export async function listVisits(ctx: Ctx, { from, to }: WhistleVisitsInput): Promise<SiteVisits> {
  const rows = await ctx.db.whistle.findMany({
    // a unit comes between the blow and the end of its whistle
    where: {
      AND: [
        whistleWhere(whistleScope(ctx.actor)),
        { blownAt: { lt: new Date(to) }, OR: [{ endedAt: null }, { endedAt: { gte: new Date(from) } }] },
      ],
    },
    orderBy: { blownAt: 'desc' },
    take: AT_MOST + 1,
    select: { snapshot: true },
  });
  const mine = new Set(ctx.actor.posts.flatMap(({ departmentId }) => departmentId ?? []));
  const visits = rows
    .slice(0, AT_MOST)
    .map(whistleOf)
    .flatMap((snapshot) => {
      const { id, whistleNo, title, address, communityId, point, units } = snapshot;
      return units.flatMap((unit): (Omit<SiteVisitDay, 'name' | 'community'> & { communityId: string | null })[] => {
        if (unit.status === 'released' || unit.status === 'excused') return [];
        if (mine.size > 0 && !mine.has(unit.departmentId)) return [];
        const about = { whistleId: id, whistleNo, title, address, communityId, point, departmentId: unit.departmentId };
        if (unit.arrival) return [{ ...about, at: unit.arrival.at, kind: 'arrived', due: null, soonAt: null, reason: null }];
        const due = unit.reportInDue;
        const reason = dueReasonOf(snapshot, { limit: 'reportIn', from: unit.summonedAt });
        const limit = { due, soonAt: due && soonAtOf({ from: unit.summonedAt, due }), reason };
        if (unit.contact) return [{ ...about, ...limit, at: unit.contact.eta, kind: 'expected' }];
        return due ? [{ ...about, ...limit, at: due.at, kind: 'due' }] : [];
      });
    });
  const wanted = visits.filter(({ at }) => at >= from && at < to);
  const names = await departmentNames(
    ctx.db,
    wanted.map(({ departmentId }) => departmentId),
  );
  const communities = await ctx.db.territoryUnit.findMany({
    where: { id: { in: wanted.flatMap(({ communityId }) => communityId ?? []) } },
    select: { id: true, name: true },
  });
  const communityOf = new Map(communities.map(({ id, name }) => [id, name]));
  const named = wanted.map(({ communityId, ...visit }) => {
    const { zh, en } = names.get(visit.departmentId) ?? { zh: '', en: '' };
    return { ...visit, name: { zh, en }, community: communityId && (communityOf.get(communityId) ?? null) };
  });
  return { visits: named.sort((a, b) => a.at - b.at), complete: rows.length <= AT_MOST };
}
