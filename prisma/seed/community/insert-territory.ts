import type { Db, Prisma } from '#server/platform/db.ts';
import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import { areaM2 } from '#shared/kernel/geometry/measure.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { fourStepLadder } from '#shared/territory/ladder.ts';
import { childPath } from '#shared/territory/path.ts';
import type { BaseMapFeature } from '../geography/base-map.ts';
import type { DemoGeography, DemoUnit } from '../geography/demo-geography.ts';
import { namedId } from '../named-id.ts';

export const DEMO_TIME_ZONE = 'Asia/Shanghai';

/** Residents of 友谊河社区 by its own report: those who live there, and everybody (S4-01). */
const published = { households: 1565, residents: 4695, population: 9383 };
const OWN_COMMUNITY = '友谊河社区';

type Given = { geography: DemoGeography; validFrom: Instant; drawnBy: UserId };
export type UnitPaths = ReadonlyMap<string, string>;

/** Writes the whole tree, its boundaries and the base map in bulk; returns the path of every unit by id. */
export async function insertTerritory(db: Db, { geography, validFrom, drawnBy }: Given): Promise<UnitPaths> {
  const from = new Date(validFrom);
  const paths = new Map<string, string>();
  const units = geography.units.map((unit, index) => {
    const no = index + 1;
    const path = childPath(unit.parentId === null ? null : (paths.get(unit.parentId) ?? null), no);
    paths.set(unit.id, path);
    const { id, level, code, name, kind, parentId } = unit;
    return { id, no, level, code, name, kind, parent_id: parentId, path, facts: factsOf(unit), version: 1, valid_from: from.toISOString() };
  });
  const boundaries = geography.units.flatMap((unit): Prisma.UnitBoundaryCreateManyInput[] => {
    if (!unit.geometry) return [];
    const sides = sidesOf(boundingBox(unit.geometry));
    const id = namedId<string>(`boundary ${unit.id}`, validFrom);
    return [
      { id, unitId: unit.id, version: 1, geometry: unit.geometry, ...sides, areaM2: areaM2(unit.geometry), validFrom: from, drawnBy },
    ];
  });
  // one parameter for two thousand rows: building a statement with a place for every value takes the client seconds
  await db.$executeRaw`
    insert into "territory_unit" ("id", "no", "level", "code", "name", "kind", "parent_id", "path", "facts", "version", "valid_from")
    select "id", "no", "level", "code", "name", "kind", "parent_id", "path", "facts", "version", "valid_from"
    from jsonb_populate_recordset(null::"territory_unit", ${JSON.stringify(units)}::jsonb)`;
  await db.unitBoundary.createMany({ data: boundaries });
  await db.$executeRaw`select setval(pg_get_serial_sequence('territory_unit', 'no'), ${units.length})`;
  const [district] = geography.units;
  if (!district) throw new Error('the demo town has no district');
  await db.mapFeature.createMany({ data: geography.baseMap.features.map((feature) => mapFeature(feature, district.id)) });
  return paths;
}

function factsOf(unit: DemoUnit): Prisma.InputJsonObject {
  switch (unit.level) {
    case 'district':
      return { timeZone: DEMO_TIME_ZONE };
    case 'community':
      return { ladder: fourStepLadder, ...(unit.name === OWN_COMMUNITY ? published : {}) };
    case 'household':
      return { door: unit.name, point: unit.point, residesHere: true, ...unit.household };
    default:
      return unit.point ? { point: unit.point } : {};
  }
}

function sidesOf([west, south, east, north]: BoundingBox) {
  return { west, south, east, north };
}

/** Zoom from which a kind of feature is drawn: main lines first, lanes and doors last. */
const minZooms: Readonly<Record<string, number>> = {
  'road/arterial': 11,
  'road/main': 12,
  'road/local': 14,
  'road/lane': 15,
  'building/block': 15,
  'building/courtyard': 16,
  'block/residential': 13,
  'block/unit': 13,
  'block/scattered': 13,
  ditch: 14,
  point: 15,
};

function mapFeature({ properties, geometry }: BaseMapFeature, unitId: string): Prisma.MapFeatureCreateManyInput {
  const { layer, name } = properties;
  const minZoom = minZooms[`${layer}/${properties.class}`] ?? minZooms[layer] ?? 10;
  return { unitId, layer, class: properties.class, name, geometry, minZoom, ...sidesOf(boxOf(geometry)) };
}

function boxOf(geometry: BaseMapFeature['geometry']): BoundingBox {
  switch (geometry.type) {
    case 'MultiPolygon':
      return boundingBox(geometry);
    case 'Point':
      return [...geometry.coordinates, ...geometry.coordinates];
    case 'LineString': {
      const lngs = geometry.coordinates.map(([lng]) => lng);
      const lats = geometry.coordinates.map(([, lat]) => lat);
      return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
    }
  }
}
