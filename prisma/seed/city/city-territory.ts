import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import type { Db, Prisma } from '#server/platform/db.ts';
import { boundingBox } from '#shared/kernel/geometry/bounding-box.ts';
import { areaM2 } from '#shared/kernel/geometry/measure.ts';
import type { UnitId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type ImportRow, importFeature } from '#shared/territory/import-geojson.ts';
import { childPath } from '#shared/territory/path.ts';
import { namedId } from '../named-id.ts';

/** Codes in the standard's form under 98, which is given to no province: the city has none of its own. */
export const DISTRICT_CODE = '980101';
const STREET_CODE = `${DISTRICT_CODE}001`;

export const CITY_TIME_ZONE = 'America/New_York';
export type CityUnits = { districtId: UnitId; districtPath: string; streetId: UnitId; communities: number };

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });

/** Writes district, street and one community per polygon, all in force since `validFrom`. A feature that cannot be read stops the filling. */
export async function insertCityTerritory(db: Db, given: { file: string; validFrom: Instant; drawnBy: UserId }): Promise<CityUnits> {
  const { validFrom, drawnBy } = given;
  const idOf = (name: string) => namedId<UnitId>(`baltimore ${name}`, validFrom);
  const [districtId, streetId] = [idOf('district'), idOf('street')];
  const rows = await readCommunities(given.file, streetId);

  const districtPath = childPath(null, 1);
  const streetPath = childPath(districtPath, 2);
  const from = new Date(validFrom);
  const frame: Prisma.TerritoryUnitCreateManyInput[] = [
    {
      id: districtId,
      no: 1,
      level: 'district',
      code: DISTRICT_CODE,
      name: 'Baltimore',
      path: districtPath,
      facts: { timeZone: CITY_TIME_ZONE },
      validFrom: from,
    },
    {
      id: streetId,
      no: 2,
      level: 'street',
      code: STREET_CODE,
      name: 'City of Baltimore',
      parentId: districtId,
      path: streetPath,
      validFrom: from,
    },
  ];
  const communities = rows.map(({ code, name, index }): Prisma.TerritoryUnitCreateManyInput => {
    const no = frame.length + index + 1;
    return { id: idOf(code), no, level: 'community', code, name, parentId: streetId, path: childPath(streetPath, no), validFrom: from };
  });
  const boundaries = rows.flatMap(({ code, geometry }): Prisma.UnitBoundaryCreateManyInput[] => {
    if (geometry === null) return [];
    const [west, south, east, north] = boundingBox(geometry);
    const sides = { west, south, east, north, areaM2: areaM2(geometry) };
    return [{ id: idOf(`boundary ${code}`), unitId: idOf(code), version: 1, geometry, ...sides, validFrom: from, drawnBy }];
  });
  await db.territoryUnit.createMany({ data: [...frame, ...communities] });
  await db.unitBoundary.createMany({ data: boundaries });
  await db.$executeRaw`select setval(pg_get_serial_sequence('territory_unit', 'no'), ${frame.length + communities.length})`;
  return { districtId, districtPath, streetId, communities: communities.length };
}

async function readCommunities(file: string, streetId: UnitId): Promise<ImportRow[]> {
  const { features } = collection.parse(JSON.parse(await text(createReadStream(file).pipe(createGunzip()))));
  return features.map((feature, index) => {
    const read = importFeature(index, feature, {
      level: 'community',
      kind: null,
      nameProperty: 'name',
      code: { from: 'generated', prefix: STREET_CODE, digits: 3 },
      parent: { from: 'fixed', unitId: streetId },
    });
    if (!read.ok) throw new Error(`${file}: feature ${index + 1}, ${read.refusal.field}: ${read.refusal.reason}`);
    return read.row;
  });
}
