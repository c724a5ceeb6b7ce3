import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { systemCtx } from '#server/modules/cases/index.ts';
import { importCases, verifyChains } from '#server/modules/interchange/index.ts';
import { projectRoot } from '#server/platform/env.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import { type CaseSnapshot, caseCategory } from '#shared/cases/cases-schema.ts';
import { addsUp, type ImportSummary } from '#shared/interchange/import-summary.ts';
import { boundingBox, boxHolds } from '#shared/kernel/geometry/bounding-box.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { HOUR } from '#shared/kernel/time.ts';
import { parseWallClock, toWallClock } from '#shared/kernel/zone-time.ts';
import { readSignIns } from '../sign-ins.ts';
import { CITY_TIME_ZONE, DISTRICT_CODE } from './city-territory.ts';
import { fillCity, readMapping } from './fill-city.ts';

const folder = join(projectRoot, '../shared/data');
const file = join(folder, 'baltimore_311_2014_2019.csv.gz');
const polygonFile = join(folder, 'baltimore_neighborhoods.geojson.gz');
const limitsFile = join(folder, 'baltimore_sla_by_type.csv');
const here = existsSync(file);

type Published = Readonly<Record<string, string>>;
type Imported = { state: string; community: string | null; departmentName: string | null; snapshot: CaseSnapshot };

describe.skipIf(!here)('Baltimore, 10,000 published records (skipped: the folder ../shared/data is absent)', () => {
  let test: TestPlatform;
  let summary: ImportSummary;
  let published: Published[];
  let imported: Map<string, Imported>;
  let polygons: Polygons;

  const importedAs = (row: Published): Imported => {
    const found = imported.get(row['record_id'] ?? '');
    if (!found) throw new Error(`record ${row['record_id']} was lost`);
    return found;
  };
  const inBox = ({ latitude: lat = '', longitude: lng = '' }: Published) =>
    lat !== '' && Number(lat) >= 39.15 && Number(lat) <= 39.4 && Number(lng) >= -76.75 && Number(lng) <= -76.5;

  beforeAll(async () => {
    test = await openTestPlatform();
    summary = await fillCity({ platform: test.platform, folder, say: () => undefined });
    published = parse(gunzipSync(readFileSync(file)), { columns: true }) as Published[];
    imported = await readImported(test);
    polygons = readPolygons();
  }, 240_000);
  afterAll(() => test.close());

  it('accounts for every row', () => {
    expect(summary).toMatchObject({ read: 10_000, created: 10_000, unchanged: 0, changed: 0, refused: 0, stopped: false });
    expect(addsUp(summary)).toBe(true);
    expect(imported.size).toBe(10_000);
    expect(published.filter((row) => !imported.has(row['record_id'] ?? ''))).toEqual([]);
  });

  it('flags odd records and keeps them', () => {
    expect(summary.flags).toMatchObject({ noPoint: 590, placeholderPoint: 892, outsideCity: 100, statusBeforeCreated: 37, duplicate: 217 });
    const placeholders = published.filter(
      ({ latitude, longitude }) => latitude !== '' && Number(latitude) === 39 && Number(longitude) <= -76,
    );
    expect(placeholders).toHaveLength(892);
    expect(placeholders.every((row) => importedAs(row).snapshot.point === null)).toBe(true);
    // the published neighbourhood still says whose matter it is
    expect(placeholders.filter((row) => row['neighborhood'] !== '').every((row) => importedAs(row).community === row['neighborhood'])).toBe(
      true,
    );
    const outside = published.filter((row) => row['latitude'] !== '' && !inBox(row) && !placeholders.includes(row));
    expect(outside).toHaveLength(100);
    expect(outside.every((row) => importedAs(row).snapshot.point !== null && importedAs(row).snapshot.placement === 'outside')).toBe(true);
  });

  it('finds the neighbourhood by the polygon as it was published', () => {
    const both = published.filter((row) => inBox(row) && row['neighborhood'] !== '');
    expect(both).toHaveLength(8_331);
    const asPublished = new Set(both.filter((row) => importedAs(row).community === row['neighborhood']));
    const onBorder = new Set(both.filter((row) => importedAs(row).snapshot.placement === 'several'));
    // the known answer: even-odd rays find the published name for 8,292; every one of them came to that community
    const byRays = new Set(
      both.filter((row) => neighbourhoodByRays(polygons, Number(row['longitude']), Number(row['latitude'])) === row['neighborhood']),
    );
    expect(byRays.size).toBe(8_292);
    expect([...byRays].every((row) => asPublished.has(row))).toBe(true);
    // rays decide a point on a shared border by chance; here the published name decides between the neighbours, and the point is flagged
    expect(onBorder.size).toBe(17);
    expect([...asPublished].every((row) => byRays.has(row) || onBorder.has(row))).toBe(true);
    expect(summary.flags.neighbourhoodMismatch).toBe(8_331 - asPublished.size);
  });

  it('keeps the published due times and computes none', () => {
    const due = published.filter((row) => row['due_at'] !== '');
    expect(due).toHaveLength(9_714);
    const dueOf = (row: Published) => importedAs(row).snapshot.finishDue?.at ?? Number.NaN;
    expect(due.filter((row) => dueOf(row) !== parseWallClock(CITY_TIME_ZONE, row['due_at'] ?? ''))).toEqual([]);
    // two times were published that no clock showed: 02:23 and 02:43 of the night that summer time began; they count as an hour later
    const unreal = due.filter((row) => toWallClock(CITY_TIME_ZONE, dueOf(row)) !== row['due_at']).map((row) => row['due_at']);
    expect(unreal).toEqual(['2018-03-11T02:23:08', '2018-03-11T02:43:56']);
    const without = published.filter((row) => row['due_at'] === '');
    expect(without.every((row) => importedAs(row).snapshot.finishDue === null)).toBe(true);
    expect(
      [...imported.values()].every(({ snapshot }) => snapshot.imported && snapshot.contactDue === null && snapshot.callbackDue === null),
    ).toBe(true);
  });

  it('counts what was closed after its due time', () => {
    const late = [...imported.values()].filter(
      ({ snapshot: { closedAt, finishDue } }) => closedAt !== null && finishDue !== null && closedAt > finishDue.at,
    );
    expect(late).toHaveLength(1_567);
    const states = Map.groupBy([...imported.values()], ({ state }) => state);
    expect(Object.fromEntries([...states].map(([state, cases]) => [state, cases.length]))).toEqual({
      closed: 9_792,
      inProgress: 139,
      dispatched: 69,
    });
  });

  it('gives every type its published limit and every agency its department', async () => {
    const rows = await test.platform.db.category.findMany({ where: { scheme: 'baltimore311', parentCode: { not: null } } });
    const limits = new Map(rows.map(({ data }) => caseCategory.parse(data)).map(({ name, limits }) => [name.en, limits.finish]));
    const known = parse(readFileSync(limitsFile), { columns: true }) as Published[];
    expect(limits.size).toBe(231);
    for (const { type = '', sla_calendar_hours: hours = '' } of known) {
      if (hours === '') expect(limits.get(type), type).toBeUndefined();
      else expect(limits.get(type), type).toEqual(limitOf(Number(hours)));
    }
    expect(await test.platform.db.department.count()).toBe(16);
    expect(published.every((row) => importedAs(row).departmentName === row['agency'])).toBe(true);
  });

  it('leaves a chain that holds and rows that equal their replay', async () => {
    const report = await verifyChains(test.platform.db, { replay: true });
    expect(report).toMatchObject({ chains: 10_000, replayed: 10_000, broken: null, fault: null });
  });

  it('changes nothing when it is run again', async () => {
    const before = await test.platform.db.domainEvent.count();
    const refusedPath = join(tmpdir(), `baltimore-${process.pid}.refused.csv`);
    const again = await importCases(systemCtx(test.platform), {
      file,
      mapping: await readMapping(),
      districtCode: DISTRICT_CODE,
      refusedPath,
    });
    expect(again).toMatchObject({
      read: 10_000,
      created: 0,
      unchanged: 10_000,
      changed: 0,
      refused: 0,
      categoriesAdded: 0,
      departmentsAdded: 0,
    });
    expect(existsSync(refusedPath)).toBe(false);
    expect(await test.platform.db.domainEvent.count()).toBe(before);
    rmSync(refusedPath, { force: true });
  });

  it('names one sign-in for every role that works on a city', async () => {
    const signIns = await readSignIns(test.platform.db);
    expect(signIns.map(({ role }) => role).toSorted()).toEqual([
      'administrator',
      'auditor',
      'callbackOfficer',
      'departmentHandler',
      'departmentLead',
      'dispatcher',
      'inspector',
      'resident',
      'secretary',
      'streetOperator',
    ]);
  });
});

type Polygons = readonly { name: string; box: BoundingBox; rings: readonly (readonly (readonly [number, number])[])[] }[];

function readPolygons(): Polygons {
  const shape = z.object({
    features: z.array(
      z.object({
        properties: z.object({ name: z.string() }),
        geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))) }),
      }),
    ),
  });
  const { features } = shape.parse(JSON.parse(gunzipSync(readFileSync(polygonFile)).toString()));
  return features.map(({ properties, geometry }) => ({
    name: properties.name,
    box: boundingBox(geometry),
    rings: geometry.coordinates.flat(),
  }));
}

/** The textbook answer, written apart from the product's geometry: the first polygon that a ray leaves an odd number of times. */
function neighbourhoodByRays(polygons: Polygons, x: number, y: number): string | undefined {
  return polygons.find(({ box, rings }) => {
    if (!boxHolds(box, [x, y])) return false;
    let odd = false;
    for (const ring of rings) {
      for (const [index, [x1, y1]] of ring.entries()) {
        const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
        if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
      }
    }
    return odd;
  })?.name;
}

function limitOf(hours: number) {
  return Number.isInteger(hours) ? { amount: hours, unit: 'hours' } : { amount: Math.round((hours * HOUR) / 60_000), unit: 'minutes' };
}

async function readImported({ platform: { db } }: TestPlatform): Promise<Map<string, Imported>> {
  const [cases, units, departments] = await Promise.all([
    db.case.findMany({ select: { externalId: true, state: true, communityId: true, leadUnitId: true, snapshot: true } }),
    db.territoryUnit.findMany({ select: { id: true, name: true } }),
    db.department.findMany({ select: { id: true, nameEn: true } }),
  ]);
  const names = new Map([
    ...units.map(({ id, name }) => [id, name] as const),
    ...departments.map(({ id, nameEn }) => [id, nameEn] as const),
  ]);
  return new Map(
    cases.map(({ externalId, state, communityId, leadUnitId, snapshot }) => [
      externalId ?? '',
      {
        state,
        community: names.get(communityId ?? '') ?? null,
        departmentName: names.get(leadUnitId ?? '') ?? null,
        snapshot: snapshot as unknown as CaseSnapshot,
      },
    ]),
  );
}
