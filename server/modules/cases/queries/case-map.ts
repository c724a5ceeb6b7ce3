import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { type CaseMapInput, MAP_POINTS_MAX } from '#shared/cases/case-queries.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { type Light, lightOf } from '#shared/clocks/light.ts';
import type { Position } from '#shared/kernel/place.ts';
import { askerOf, listWhere } from '../list-where.ts';
import { parentTile } from '../map-tiles.ts';
import { viewWhere } from '../view-where.ts';

export type MapPoint = Pick<CaseSnapshot, 'id' | 'caseNo' | 'title' | 'state' | 'urgency' | 'categoryCode'> & {
  at: Position;
  light: Light;
};
/** Cases of one cell: how many, how many of them overdue, and their middle. */
export type MapCell = { at: Position; count: number; overdue: number };
export type CaseMap = { kind: 'points'; points: MapPoint[] } | { kind: 'cells'; cells: MapCell[] };

/** Cells are this many zoom levels below the map: 64 pixels wide. */
const CELL_LEVELS = 2;

/** The cases inside a box: single points while there are few, cells beyond that; the same filters as the list. */
export async function caseMap(ctx: Ctx, input: CaseMapInput & { pointsMax?: number }): Promise<CaseMap> {
  const { box, zoom, view, pointsMax = MAP_POINTS_MAX, ...filters } = input;
  const [west, south, east, north] = box;
  const asker = await askerOf(ctx);
  const inBox = { lng: { gte: west, lte: east }, lat: { gte: south, lte: north } };
  const where = { AND: [await listWhere(ctx, filters), viewWhere(view, asker), inBox] };
  const rows = await ctx.db.case.findMany({ where, select: pointColumns, take: pointsMax + 1 });
  if (rows.length > pointsMax) return { kind: 'cells', cells: await cellsOf(ctx, { where, zoom, now: new Date(asker.now) }) };
  return { kind: 'points', points: rows.flatMap((row) => pointOf(row, asker.now)) };
}

const pointColumns = {
  ...{ id: true, caseNo: true, title: true, state: true, urgency: true, categoryCode: true },
  ...{ lng: true, lat: true, clockDueAt: true, clockSoonAt: true },
} as const satisfies Prisma.CaseSelect;
type PointRow = Prisma.CaseGetPayload<{ select: typeof pointColumns }>;

function pointOf(row: PointRow, now: number): MapPoint[] {
  const { id, caseNo, title, state, urgency, categoryCode, lng, lat } = row;
  if (lng === null || lat === null) return [];
  const shown = { id, caseNo, title, state, urgency, categoryCode } as Pick<
    MapPoint,
    'id' | 'caseNo' | 'title' | 'state' | 'urgency' | 'categoryCode'
  >;
  return [
    {
      ...shown,
      at: [lng, lat],
      light: lightOf({ due: row.clockDueAt?.getTime() ?? null, soonAt: row.clockSoonAt?.getTime() ?? null, now }),
    },
  ];
}

async function cellsOf(ctx: Ctx, { where, zoom, now }: { where: Prisma.CaseWhereInput; zoom: number; now: Date }): Promise<MapCell[]> {
  const wanted = Math.floor(zoom) + CELL_LEVELS;
  const stored = wanted <= 13 ? ({ column: 'tile13', zoom: 13 } as const) : ({ column: 'tile17', zoom: 17 } as const);
  const levels = Math.max(0, stored.zoom - wanted);
  const by = [stored.column];
  const [all, overdue] = await Promise.all([
    ctx.db.case.groupBy({ by, where, _count: { _all: true }, _avg: { lng: true, lat: true } }),
    ctx.db.case.groupBy({ by, where: { AND: [where, { clockDueAt: { lt: now } }] }, _count: { _all: true } }),
  ]);
  const cells = new Map<string, { count: number; overdue: number; lng: number; lat: number }>();
  const cellOf = (tile: string | null | undefined) => {
    const key = parentTile(tile ?? '0/0', levels);
    const cell = cells.get(key) ?? { count: 0, overdue: 0, lng: 0, lat: 0 };
    cells.set(key, cell);
    return cell;
  };
  for (const group of all) {
    const cell = cellOf(group[stored.column]);
    const count = group._count._all;
    cell.count += count;
    cell.lng += (group._avg.lng ?? 0) * count;
    cell.lat += (group._avg.lat ?? 0) * count;
  }
  for (const group of overdue) cellOf(group[stored.column]).overdue += group._count._all;
  return [...cells.values()].map((cell) => ({
    at: [cell.lng / cell.count, cell.lat / cell.count],
    count: cell.count,
    overdue: cell.overdue,
  }));
}
