import type { Db } from '#server/platform/db.ts';
import { unitLevel } from '#shared/identity/identity-schema.ts';
import { type PlaceRecord, recordPlacer } from '#shared/interchange/record-placer.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** Reads the units of a district with their boundaries once, to place thousands of records by them. */
export async function readPlacer(db: Db, { districtPath, at }: { districtPath: string; at: Instant }): Promise<PlaceRecord> {
  const moment = new Date(at);
  const inForce = { validFrom: { lte: moment }, OR: [{ validTo: null }, { validTo: { gt: moment } }] };
  const rows = await db.territoryUnit.findMany({
    where: { path: { startsWith: districtPath }, level: { in: ['district', 'street', 'community', 'grid'] }, ...inForce },
    orderBy: { path: 'asc' },
    select: { id: true, level: true, code: true, name: true, path: true, facts: true, boundaries: { where: inForce } },
  });
  return recordPlacer({
    districtPath,
    at,
    units: rows.map(({ id, level, code, name, path, facts }) => ({
      unitId: id as UnitId,
      level: unitLevel.parse(level),
      code: code ?? '',
      name,
      aliases: aliasesOf(facts),
      path,
    })),
    areas: rows.flatMap(({ boundaries }) =>
      boundaries.map(({ unitId, geometry, validFrom, validTo }) => ({
        unitId: unitId as UnitId,
        geometry: geometry as unknown as MultiPolygon,
        validFrom: validFrom.getTime(),
        validTo: validTo?.getTime() ?? null,
      })),
    ),
  });
}

function aliasesOf(facts: unknown): string[] {
  const aliases = typeof facts === 'object' && facts !== null && 'aliases' in facts ? facts.aliases : [];
  return Array.isArray(aliases) ? aliases.filter((name) => typeof name === 'string') : [];
}
