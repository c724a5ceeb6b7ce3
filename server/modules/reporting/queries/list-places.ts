import * as z from 'zod/mini';
import type { RequestCtx } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import type { Position } from '#shared/kernel/place.ts';

export const placesInput = z.object({ communityId: unitId });
export type PlacesInput = z.infer<typeof placesInput>;

/** A place to choose from a list instead of the map. `centre` = middle of its outline. */
export type Place = { id: string; name: string; centre: Position | null };
export type PlaceGroup = Place & { buildings: Place[] };

const MOST = 3_000;

/** Estates of a community with their buildings, by code; buildings outside an estate stand under their grid. Public: names as they hang on the houses. */
export async function listPlaces(ctx: RequestCtx, { communityId }: PlacesInput): Promise<PlaceGroup[]> {
  const community = await ctx.db.territoryUnit.findFirst({ where: { id: communityId, level: 'community' }, select: { path: true } });
  if (!community) return [];
  const rows = await ctx.db.territoryUnit.findMany({
    where: {
      path: { startsWith: community.path },
      level: { in: ['grid', 'estate', 'building'] },
      OR: [{ validTo: null }, { validTo: { gt: new Date(ctx.now()) } }],
    },
    orderBy: [{ code: 'asc' }, { no: 'asc' }],
    take: MOST,
    select: {
      id: true,
      name: true,
      level: true,
      parentId: true,
      boundaries: { where: { validTo: null }, take: 1, select: { west: true, south: true, east: true, north: true } },
    },
  });
  const groups = new Map<string, PlaceGroup>();
  const placeOf = ({ id, name, boundaries }: (typeof rows)[number]): Place => {
    const [outline] = boundaries;
    return { id, name, centre: outline ? [(outline.west + outline.east) / 2, (outline.south + outline.north) / 2] : null };
  };
  for (const row of rows) if (row.level !== 'building') groups.set(row.id, { ...placeOf(row), buildings: [] });
  for (const row of rows) if (row.level === 'building' && row.parentId) groups.get(row.parentId)?.buildings.push(placeOf(row));
  const estates = rows.filter((row) => row.level === 'estate');
  const grids = rows.filter((row) => row.level === 'grid' && (groups.get(row.id)?.buildings.length ?? 0) > 0);
  return [...estates, ...grids].flatMap((row) => groups.get(row.id) ?? []);
}
