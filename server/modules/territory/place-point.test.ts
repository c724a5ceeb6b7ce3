import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import { placePoint, readDutyChain } from './index.ts';
import { actorOf, buildTown, callerOf, FROM, putPerson, type Town } from './testing-town.ts';

let test: TestPlatform;
let town: Town;
const at = FROM + 1;
const spot = (x: number, y: number) => ({ lng: 116 + x / 1000, lat: 40 + y / 1000 });

beforeAll(async () => {
  test = await openTestPlatform();
  town = await buildTown(test);
});
afterAll(() => test.close());

describe('a point finds its place', () => {
  it('inside one grid', async () => {
    expect(await placePoint(test.platform.db, { point: spot(2, 5), at })).toEqual({
      placement: 'inside',
      unitId: town.gridA.id,
      unitPath: '/1/2/3/4/',
      scopePath: '/1/2/3/4/',
      gridId: town.gridA.id,
      communityId: town.community.id,
      districtId: town.district.id,
    });
  });

  it.each([
    ['on the border of two grids: the lower code, marked', spot(5, 5), 'several', 'gridA'],
    ['a hundred metres beyond: the nearest, marked', spot(10.8, 5), 'nearest', 'gridB'],
  ] as const)('%s', async (_name, point, placement, unit) => {
    expect(await placePoint(test.platform.db, { point, at })).toMatchObject({ placement, unitId: town[unit].id });
  });

  it('far from every grid stays without a unit, in the street that holds it', async () => {
    const placed = await placePoint(test.platform.db, { point: spot(15, 5), at });
    expect(placed).toMatchObject({
      placement: 'outside',
      unitId: null,
      scopePath: '/1/2/',
      communityId: null,
      districtId: town.district.id,
    });
  });

  it('in no district at all belongs to the given one', async () => {
    const placed = await placePoint(test.platform.db, { point: { lng: 10, lat: 10 }, withinUnitId: town.district.id, at });
    expect(placed).toMatchObject({ placement: 'outside', unitId: null, scopePath: '/1/' });
  });

  it('that is not given belongs to the unit the report came in by', async () => {
    const placed = await placePoint(test.platform.db, { point: null, withinUnitId: town.gridA.id, at });
    expect(placed).toMatchObject({ placement: 'unplaced', unitId: null, scopePath: '/1/2/3/4/', communityId: town.community.id });
    expect(await placePoint(test.platform.db, { point: null, at })).toMatchObject({ scopePath: '/1/' });
  });

  it('is held against the boundaries in force at its moment', async () => {
    const before = await placePoint(test.platform.db, { point: spot(2, 5), at: FROM - 1 });
    expect(before).toMatchObject({ placement: 'outside', unitId: null });
  });

  it('refuses a unit that does not exist', async () => {
    await expect(placePoint(test.platform.db, { point: null, withinUnitId: randomUUID(), at })).rejects.toThrow('territory.notFound');
  });
});

describe('who answers for a place', () => {
  it('is the holder, else the deputy, else one level up', async () => {
    const { db } = test.platform;
    const [secretary, deputy] = [await putPerson(test, '书记甲'), await putPerson(test, '副职乙')];
    const post = (userId: string, role: string, unitId: string, isDeputy: boolean) =>
      db.appointment.create({
        data: { id: randomUUID(), userId, role, unitId, deputy: isDeputy, validFrom: new Date(FROM), appointedBy: userId },
      });
    await post(secretary, 'secretary', town.community.id, false);
    await post(deputy, 'gridWorker', town.gridA.id, true);
    const chainA = await readDutyChain(db, { unitId: town.gridA.id, at });
    expect(chainA.map(({ onDuty }) => onDuty)).toMatchObject([
      { userId: deputy, via: 'deputy' },
      { userId: secretary, via: 'holder' },
    ]);
    const [gridB] = await readDutyChain(db, { unitId: town.gridB.id, at });
    expect(gridB?.onDuty).toMatchObject({ userId: secretary, via: 'levelUp' });
    test.clock.set(at);
    const worker = actorOf(deputy, { role: 'gridWorker', unit: town.gridA });
    const place = await callerOf(test, worker).place(spot(2, 5));
    expect(place.line.map(({ name }) => name)).toEqual(['罗城区', '友谊街道', '桃林社区', '第一网格']);
    expect(place.duty[0]?.onDuty).toEqual({ name: '副职乙', via: 'deputy' });
  });

  it('hangs out at the stairwell for everybody, with the work phone', async () => {
    const worker = await putPerson(test, '网格员丙');
    const phoneSealed = test.platform.cipher.seal('18800002617');
    await test.platform.db.user.update({ where: { id: worker }, data: { phoneSealed } });
    await test.platform.db.appointment.create({
      data: { id: randomUUID(), userId: worker, role: 'gridWorker', unitId: town.gridB.id, validFrom: new Date(FROM), appointedBy: worker },
    });
    const card = await callerOf(test, null).gridCard(spot(7, 5));
    expect(card).toEqual({
      gridId: town.gridB.id,
      grid: '第二网格',
      community: '桃林社区',
      worker: { name: '网格员丙', phone: '18800002617', deputy: false },
    });
    expect(await callerOf(test, null).gridCard({ lng: 10, lat: 10 })).toBeNull();
    await expect(callerOf(test, null).gridCard({ unitId: town.street.id })).rejects.toThrow('territory.notFound');
  });
});
