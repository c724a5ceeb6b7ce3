import { type Db, Prisma, type Tx } from '#server/platform/db.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { BoundingBox, MultiPolygon } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { pathsUp } from '#shared/territory/path.ts';
import type { PlaceCandidate } from '#shared/territory/resolve-point.ts';

export type UnitRow = Prisma.TerritoryUnitGetPayload<object>;

/** Units on the way from the root to `path`, the unit itself last. */
export function findUnitsUp(db: Db | Tx, path: string): Promise<UnitRow[]> {
  return db.territoryUnit.findMany({ where: { path: { in: pathsUp(path) } }, orderBy: { path: 'asc' } });
}

export function findUnit(db: Db | Tx, id: string): Promise<UnitRow | null> {
  return db.territoryUnit.findUnique({ where: { id } });
}

/** Two changes of one unit come one after the other. */
export async function lockUnit(tx: Tx, id: string): Promise<UnitRow | null> {
  await tx.$queryRaw`select "id" from "territory_unit" where "id" = ${id}::uuid for update`;
  return findUnit(tx, id);
}

type CandidateRow = {
  unitId: string;
  level: string;
  code: string | null;
  path: string;
  geometry: MultiPolygon;
  validFrom: Date;
  validTo: Date | null;
};

/** Boundaries in force at a moment whose box touches `box`, of these levels, at or below `within`. Reads the box index. */
export async function findCandidates(
  db: Db | Tx,
  { box, levels, within, at }: { box: BoundingBox; levels: readonly UnitLevel[]; within: string; at: Instant },
): Promise<PlaceCandidate[]> {
  const [west, south, east, north] = box;
  const moment = new Date(at);
  const rows = await db.$queryRaw<CandidateRow[]>(Prisma.sql`
    select b."unit_id" as "unitId", u."level", u."code", u."path", b."geometry", b."valid_from" as "validFrom", b."valid_to" as "validTo"
    from "unit_boundary" b
    join "territory_unit" u on u."id" = b."unit_id"
    where b."box" && box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))
      and b."valid_from" <= ${moment} and (b."valid_to" is null or b."valid_to" > ${moment})
      and u."level" = any(${[...levels]}::text[])
      and starts_with(u."path", ${within})`);
  return rows.map((row) => ({
    unitId: row.unitId as UnitId,
    level: row.level as UnitLevel,
    code: row.code ?? '',
    path: row.path,
    geometry: row.geometry,
    validFrom: row.validFrom.getTime(),
    validTo: row.validTo?.getTime() ?? null,
  }));
}
