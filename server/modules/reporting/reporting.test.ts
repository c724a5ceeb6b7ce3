import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture } from '#server/testing/case-fixture.ts';
import { townBuilder } from '#server/testing/town-builder.ts';

let at: CaseFixture;
let building: { id: string };
beforeAll(async () => {
  at = await openCaseFixture();
  const town = townBuilder(at.test);
  const estate = await town.unit('estate', '粮站宿舍', at.units.n1);
  const house = await town.unit('building', '3 栋', estate);
  building = house;
  await town.unit('building', '沿街 8 号', at.units.n2);
  await town.person({ name: '丁楼长', phone: '18800000071', role: 'buildingHead', unitId: house.id });
  await town.person({ name: '李组长', phone: '18800000072', role: 'estateGroupLeader', unitId: estate.id });
  await town.person({ name: '宋南', phone: '18800000073', role: 'buildingHead', unitId: at.units.s2.id });
});
afterAll(() => at.close());

const visitor = () => callAs(at.test.platform, null).reporting;

describe('who answers for a place, told to anybody', () => {
  test('the grid worker with the number of the post, and the desk of the community', async () => {
    expect(await visitor().answerer({ point: null, unitId: at.units.n1.id })).toEqual({
      place: null,
      community: { id: at.units.north.id, name: '北社区' },
      grid: { id: at.units.n1.id, name: '北一格', code: '北一格' },
      worker: { name: '王gridWorker', phone: '18800000002', title: expect.objectContaining({ zh: '网格员' }) },
      desk: { name: 'northTeam', phone: '0731-55551234' },
    });
  });

  test('found by a point as well, and nobody for a point outside', async () => {
    const { lng, lat } = lampPoint;
    expect((await visitor().answerer({ point: { lng, lat }, unitId: null })).grid?.name).toBe('北一格');
    const nothing = { place: null, community: null, grid: null, worker: null, desk: null };
    expect(await visitor().answerer({ point: { lng: 100, lat: 20 }, unitId: null })).toEqual(nothing);
    expect(await visitor().answerer({ point: null, unitId: null })).toEqual(nothing);
  });

  test('never a neighbour who holds a post: the grid worker answers for their house too', async () => {
    const answer = await visitor().answerer({ point: null, unitId: building.id });
    expect(answer.place).toBe('粮站宿舍 3 栋');
    expect(answer.worker?.name).toBe('王gridWorker');
    expect(JSON.stringify(answer)).not.toMatch(/丁楼长|李组长|1880000007/);
  });

  test('never an official one level up: a vacant grid leaves the desk alone', async () => {
    const vacant = await visitor().answerer({ point: null, unitId: at.units.s2.id });
    expect(vacant).toMatchObject({ grid: { name: '南二格' }, worker: null, desk: null });
    await at.test.platform.db.appointment.updateMany({
      where: { userId: at.people.otherGridWorker },
      data: { validTo: new Date(at.test.clock.now) },
    });
    const left = await visitor().answerer({ point: null, unitId: at.units.n2.id });
    expect(left).toMatchObject({ grid: { name: '北二格' }, worker: null, desk: { name: 'northTeam' } });
    expect(JSON.stringify(left)).not.toContain('王');
  });
});

describe('the places of a community, told to anybody', () => {
  test('estates with their houses, and houses outside an estate under their grid; no more than names and middles', async () => {
    const places = await visitor().places({ communityId: at.units.north.id });
    expect(places.map(({ name, buildings }) => [name, buildings.map((each) => each.name)])).toEqual([
      ['粮站宿舍', ['3 栋']],
      ['北二格', ['沿街 8 号']],
    ]);
    expect(Object.keys(places[0] ?? {}).sort()).toEqual(['buildings', 'centre', 'id', 'name']);
  });

  test('nothing for what is no community', async () => {
    expect(await visitor().places({ communityId: at.units.n1.id })).toEqual([]);
    expect(await visitor().places({ communityId: at.units.district.id })).toEqual([]);
  });
});

describe('the form, told to anybody', () => {
  test('communities and kinds of matters in force, without who handles them', async () => {
    const { db } = at.test.platform;
    const closed = new Date(at.test.clock.now - 1_000);
    const major = { scheme: 'GB/T 30428', code: '01', name: { zh: '公用设施', en: 'Utilities' } };
    const [row] = await db.category.findMany({ where: { code: '01017' }, take: 1 });
    if (!row) throw new Error('the fixture has a street lamp');
    const data = Object.assign({}, row.data, major);
    await db.category.create({ data: { ...row, ...{ id: crypto.randomUUID(), code: '01', data } } });
    await db.category.updateMany({ where: { code: { in: ['01017', '01018'] } }, data: { parentCode: '01' } });
    await db.category.updateMany({ where: { code: '01018' }, data: { validTo: closed } });
    const form = await visitor().form();
    expect(form.communities.map(({ name }) => name)).toEqual(['北社区', '南社区']);
    expect(form.categories).toEqual([
      {
        ...{ scheme: 'GB/T 30428', code: '01017', name: { zh: '路灯', en: 'Street lamp' }, group: major.name },
        ...{ defaultKind: 'report', selfHandling: true, physical: true, photoRequired: false },
      },
    ]);
  });
});
