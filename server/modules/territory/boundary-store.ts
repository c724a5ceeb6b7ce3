import type { Ctx } from '#server/platform/context.ts';
import { type Db, Prisma, type Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import { areaM2 } from '#shared/kernel/geometry/measure.ts';
import type { BoundingBox, MultiPolygon } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { territoryRefusal } from './territory-refusal.ts';

/** The boundary in force now ends where the new one begins; both stay readable. Refuses `fromInPast`. */
export async function putBoundary(
  ctx: Ctx,
  tx: Tx,
  { unitId, geometry, validFrom }: { unitId: string; geometry: MultiPolygon; validFrom: Instant },
): Promise<number> {
  const last = await tx.unitBoundary.findFirst({ where: { unitId }, orderBy: { version: 'desc' } });
  const from = new Date(validFrom);
  if (last && last.validFrom >= from) throw territoryRefusal('fromInPast');
  if (last && !last.validTo) await tx.unitBoundary.update({ where: { id: last.id }, data: { validTo: from } });
  const [west, south, east, north] = boundingBox(geometry);
  const version = (last?.version ?? 0) + 1;
  const sides = { west, south, east, north, areaM2: areaM2(geometry) };
  await tx.unitBoundary.create({
    data: { id: newId(ctx.now()), unitId, version, geometry, ...sides, validFrom: from, drawnBy: ctx.actor.userId },
  });
  return version;
}

export async function endBoundary(tx: Tx, { unitId, at }: { unitId: string; at: Instant }): Promise<void> {
  await tx.unitBoundary.updateMany({ where: { unitId, validTo: null }, data: { validTo: new Date(at) } });
}

/** Boundaries in force at a moment of these units. */
export async function boundariesOf(
  db: Db | Tx,
  { unitIds, at }: { unitIds: readonly string[]; at: Instant },
): Promise<Map<string, MultiPolygon>> {
  const moment = new Date(at);
  const rows = await db.unitBoundary.findMany({
    where: { unitId: { in: [...unitIds] }, validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] },
    select: { unitId: true, geometry: true },
  });
  return new Map(rows.map((row) => [row.unitId, row.geometry as MultiPolygon]));
}

export type ViewRow = {
  boundaryId: string;
  unitId: string;
  level: string;
  kind: string | null;
  code: string | null;
  name: string;
  path: string;
  geometry: MultiPolygon;
};

/** Boundaries of these levels in force at a moment that touch the view, the largest first. */
export function findInView(
  db: Db,
  { box, levels, at, take }: { box: BoundingBox; levels: readonly string[]; at: Instant; take: number },
): Promise<ViewRow[]> {
  const [west, south, east, north] = box;
  const moment = new Date(at);
  return db.$queryRaw<ViewRow[]>(Prisma.sql`
    select b."id" as "boundaryId", u."id" as "unitId", u."level", u."kind", u."code", u."name", u."path", b."geometry"
    from "unit_boundary" b
    join "territory_unit" u on u."id" = b."unit_id"
    where b."box" && box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))
      and b."valid_from" <= ${moment} and (b."valid_to" is null or b."valid_to" > ${moment})
      and u."level" = any(${[...levels]}::text[])
    order by b."area_m2" desc, u."id"
    limit ${take}`);
}

export type MapRow = { id: string; layer: string; class: string | null; name: string | null; geometry: unknown };

/** Base map features for a zoom that touch the view, the coarse ones first. */
export function findMapFeatures(db: Db, { box, zoom, take }: { box: BoundingBox; zoom: number; take: number }): Promise<MapRow[]> {
  const [west, south, east, north] = box;
  return db.$queryRaw<MapRow[]>(Prisma.sql`
    select f."id"::text as "id", f."layer", f."class", f."name", f."geometry"
    from "map_feature" f
    where f."box" && box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))
      and f."min_zoom" <= ${zoom}
    order by f."min_zoom", f."id"
    limit ${take}`);
}
