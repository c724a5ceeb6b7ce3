import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import type { ImportMapping } from '#shared/territory/territory-schema.ts';
import { importTerritory, placePoint, type TerritoryImportInput } from './index.ts';
import { actorOf, block, buildTown, ctxOf, FROM, putPerson, putUnit, type Town } from './testing-town.ts';

let test: TestPlatform;
let town: Town;
let admin: Actor;

beforeAll(async () => {
  test = await openTestPlatform();
  town = await buildTown(test);
  admin = actorOf(await putPerson(test, '管理员'), { role: 'administrator', unit: town.community });
});
afterAll(() => test.close());

const mapping: ImportMapping = {
  level: 'estate',
  kind: 'residential',
  nameProperty: 'name',
  code: { from: 'property', property: 'code' },
  parent: { from: 'place' },
};
const feature = (name: string | null, code: string, geometry: MultiPolygon | null) => ({
  type: 'Feature',
  properties: { name, code },
  geometry,
});
const fileOf = (features: unknown[], chunk = 37): Readable => {
  const text = Buffer.from(JSON.stringify({ type: 'FeatureCollection', name: '小区', features }));
  return Readable.from(Array.from({ length: Math.ceil(text.length / chunk) }, (_, at) => text.subarray(at * chunk, (at + 1) * chunk)));
};
const run = (file: Readable, over: Partial<TerritoryImportInput> = {}, actor = admin) =>
  importTerritory(ctxOf(test, actor), { file, mapping, mode: 'apply', ...over });

const estates = [
  feature('泉"西"{里}', 'E1', block(1, 1, 2, 2)),
  feature('桃园', 'E2', block(6, 1, 7, 2)),
  feature(null, 'E3', block(7, 1, 8, 2)),
  feature('远方', 'E4', block(40, 40, 41, 41)),
  feature('重复', 'E1', block(2, 2, 3, 3)),
  'no feature',
];

describe('an import of boundaries', () => {
  it('shows in a preview exactly what would happen and leaves nothing behind', async () => {
    const shown = await run(fileOf(estates.slice(0, 5)), { mode: 'preview' });
    expect(shown).toMatchObject({ applied: false, read: 5, created: 2, refusedCount: 3 });
    expect(shown.refused.map(({ index, reason }) => [index, reason])).toEqual([
      [2, 'missing'],
      [3, 'noParent'],
      [4, 'repeated'],
    ]);
    expect(await test.platform.db.territoryUnit.count({ where: { level: 'estate' } })).toBe(0);
  });

  it('takes the good features, each under the grid that holds it, gzipped or not, and the same file twice changes nothing', async () => {
    const text = gzipSync(JSON.stringify({ type: 'FeatureCollection', features: estates.slice(0, 5) }));
    expect(await run(Readable.from([text]))).toMatchObject({ applied: true, created: 2, refusedCount: 3 });
    const rows = await test.platform.db.territoryUnit.findMany({ where: { level: 'estate' }, orderBy: { code: 'asc' } });
    expect(rows.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['泉"西"{里}', town.gridA.id],
      ['桃园', town.gridB.id],
    ]);
    expect(await run(fileOf(estates.slice(0, 5)))).toMatchObject({ created: 0, renamed: 0, redrawn: 0, unchanged: 2 });
    const placed = await placePoint(test.platform.db, { point: { lng: 116.0015, lat: 40.0015 }, at: test.clock.now });
    expect(placed).toMatchObject({ unitId: rows[0]?.id, gridId: town.gridA.id });
  });

  it('gives a changed boundary a new version and keeps the old one', async () => {
    test.clock.advance(1000);
    const changed = [feature('桃园新村', 'E2', block(6, 1, 7, 3))];
    expect(await run(fileOf(changed))).toMatchObject({ created: 0, renamed: 1, redrawn: 1 });
    const unit = await test.platform.db.territoryUnit.findFirstOrThrow({ where: { code: 'E2' }, include: { boundaries: true } });
    expect(unit).toMatchObject({ name: '桃园新村', version: 2, facts: { aliases: ['桃园'] } });
    expect(unit.boundaries.filter(({ validTo }) => validTo === null)).toHaveLength(1);
    expect(unit.boundaries).toHaveLength(2);
  });

  it('tells what the checks find afterwards', async () => {
    const over = [feature('压线', 'E5', block(6, 2, 8, 4))];
    const shown = await run(fileOf(over), { mode: 'preview' });
    expect(shown.findings.map(({ code }) => code)).toContain('overlap');
  });

  it('stays within the administrator’s unit', async () => {
    const elsewhere = actorOf(admin.userId, { role: 'administrator', unit: town.gridB });
    const shown = await run(fileOf([feature('越界', 'E9', block(1, 4, 2, 5))]), { mode: 'preview' }, elsewhere);
    expect(shown.refused).toMatchObject([{ index: 0, reason: 'outsideScope' }]);
  });

  it.each([
    ['rubbish', 'rubbish'],
    ['a file cut off', JSON.stringify({ type: 'FeatureCollection', features: estates }).slice(0, 200)],
    ['entries that are no objects', JSON.stringify({ features: [1, 2] })],
  ])('refuses %s and changes nothing', async (_name, text) => {
    const before = await test.platform.db.territoryUnit.count();
    await expect(run(Readable.from([Buffer.from(text)]))).rejects.toThrow('territory.badFile');
    expect(await test.platform.db.territoryUnit.count()).toBe(before);
  });
});

const real = new URL('../../../../shared/data/baltimore_neighborhoods.geojson.gz', import.meta.url);
const absent = !existsSync(real);

describe.skipIf(absent)(
  `an import of a real city${absent ? ` (skipped: ../shared/data/baltimore_neighborhoods.geojson.gz is not there)` : ''}`,
  () => {
    it('takes 278 neighbourhoods once', async () => {
      const chief = actorOf(admin.userId, { role: 'administrator', unit: town.district });
      const id = randomUUID() as UnitId;
      const { street } = town;
      await putUnit(test, {
        unit: { id, no: 90, level: 'community', code: '370102001002', name: '海港', parentId: street.id, path: `${street.path}90/` },
        geometry: null,
      });
      const city: ImportMapping = {
        level: 'grid',
        kind: null,
        nameProperty: 'name',
        code: { from: 'generated', prefix: '370102001002', digits: 3 },
        parent: { from: 'fixed', unitId: id },
      };
      const options = { mapping: city, validFrom: FROM };
      expect(await run(createReadStream(real), options, chief)).toMatchObject({ read: 278, created: 278, refusedCount: 0 });
      expect(await run(createReadStream(real), options, chief)).toMatchObject({ created: 0, redrawn: 0, unchanged: 278 });
      const placed = await placePoint(test.platform.db, { point: { lng: -76.6122, lat: 39.2904 }, at: FROM + 1 });
      expect(placed).toMatchObject({ placement: 'inside', communityId: id });
    }, 240_000);
  },
);
