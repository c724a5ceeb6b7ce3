import type { Ctx } from '#server/platform/context.ts';
import { WHISTLES_ON_MAP_MAX, type WhistleMapInput } from '#shared/dispatch/whistle-queries.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import type { Position } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { whistleListWhere } from '../whistle-list-where.ts';
import { whistleViewWhere } from '../whistle-view-where.ts';

/** `due` and `soonAt` of the limit to watch make the light; both null while none runs. */
export type WhistlePoint = Pick<WhistleSnapshot, 'whistleNo' | 'title' | 'state'> & {
  id: WhistleId;
  at: Position;
  due: Instant | null;
  soonAt: Instant | null;
};
/** `count` = how many there are; with more than a map can show it holds no points. */
export type WhistleMap = { count: number; points: WhistlePoint[] };

/** The whistles inside a box, by the same filters and scope as the list. */
export async function whistleMap(ctx: Ctx, input: WhistleMapInput & { pointsMax?: number }): Promise<WhistleMap> {
  const { box, view, pointsMax = WHISTLES_ON_MAP_MAX, ...filters } = input;
  const [west, south, east, north] = box;
  const inBox = { lng: { gte: west, lte: east }, lat: { gte: south, lte: north } };
  const where = { AND: [await whistleListWhere(ctx, filters), whistleViewWhere(view, { actor: ctx.actor, now: ctx.now() }), inBox] };
  const rows = await ctx.db.whistle.findMany({
    where,
    take: pointsMax + 1,
    select: {
      ...{ id: true, whistleNo: true, title: true, state: true, lng: true, lat: true },
      ...{ clockLimit: true, clockDueAt: true, clockSoonAt: true },
    },
  });
  if (rows.length > pointsMax) return { count: await ctx.db.whistle.count({ where }), points: [] };
  const points = rows.flatMap(({ id, whistleNo, title, state, lng, lat, clockLimit, clockDueAt, clockSoonAt }): WhistlePoint[] => {
    if (lng === null || lat === null) return [];
    const due = clockDueAt?.getTime() ?? null;
    // a held whistle is calm until its day of review, then late like any other
    const soonAt = clockLimit === 'review' ? null : (clockSoonAt?.getTime() ?? null);
    return [{ id: id as WhistleId, whistleNo, title, state: state as WhistleSnapshot['state'], at: [lng, lat], due, soonAt }];
  });
  return { count: points.length, points };
}
