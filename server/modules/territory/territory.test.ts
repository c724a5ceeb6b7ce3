import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { AppointmentId, UnitId, UserId } from '#shared/kernel/ids.ts';
import { threeHeadsLadder } from '#shared/territory/ladder.ts';
import { actorOf, block, buildTown, callerOf, FROM, newRequest, putPerson, type TestUnit, type Town } from './testing-town.ts';

let test: TestPlatform;
let town: Town;
let admin: Actor;

const opened: TestPlatform[] = [];
beforeEach(async () => {
  test = await openTestPlatform();
  opened.push(test);
  town = await buildTown(test);
  admin = actorOf(await putPerson(test, '管理员'), { role: 'administrator', unit: town.community });
});
afterAll(async () => {
  for (const platform of opened) await platform.close();
});

const appointmentId = () => randomUUID() as AppointmentId;
const redraw = (unit: TestUnit, geometry: ReturnType<typeof block>, over: object = {}) => ({
  requestId: newRequest(),
  unitId: unit.id,
  expectedVersion: 1,
  geometry,
  validFrom: FROM,
  ...over,
});

describe('boundaries', () => {
  it('get a new version from now on; the old one stays, and a retry changes nothing more', async () => {
    const caller = callerOf(test, admin);
    const input = redraw(town.gridA, block(0, 0, 5, 9));
    expect(await caller.redrawBoundary(input)).toEqual({ aggregateId: town.gridA.id, version: 2 });
    expect(await caller.redrawBoundary(input)).toEqual({ aggregateId: town.gridA.id, version: 2 });
    const { boundaries } = await caller.unit({ unitId: town.gridA.id });
    expect(boundaries).toMatchObject([
      { version: 2, validFrom: test.clock.now, validTo: null },
      { version: 1, validFrom: FROM, validTo: test.clock.now },
    ]);
    const view = { box: [116, 40, 116.02, 40.02] as [number, number, number, number], zoom: 19, levels: ['grid' as const] };
    expect((await caller.boundaries({ ...view, at: FROM })).boundaries.find(({ unitId }) => unitId === town.gridA.id)?.geometry).toEqual(
      (await caller.boundaryVersion({ unitId: town.gridA.id, version: 1 })).geometry,
    );
  });

  it('that overlap a neighbour are shown and refused, unless somebody says why; broken lines never pass', async () => {
    const caller = callerOf(test, admin);
    const over = block(0, 0, 6, 10);
    const tried = await caller.tryBoundary({ unitId: town.gridA.id, parentId: town.community.id, level: 'grid', geometry: over });
    expect(tried.blocked).toBe(true);
    expect(tried.findings.find(({ code }) => code === 'overlap')?.sample?.type).toBe('MultiPolygon');
    await expect(caller.redrawBoundary(redraw(town.gridA, over))).rejects.toThrow('territory.boundaryUnsound');
    const crossed = {
      ...over,
      coordinates: [
        [
          [
            [116, 40],
            [116.004, 40.004],
            [116.004, 40],
            [116, 40.004],
            [116, 40],
          ] as [number, number][],
        ],
      ],
    };
    const reason = { overrideReason: '两网格共管的院子' };
    await expect(caller.redrawBoundary(redraw(town.gridA, crossed, reason))).rejects.toThrow('territory.boundaryUnsound');
    expect(await caller.redrawBoundary(redraw(town.gridA, over, reason))).toMatchObject({ version: 2 });
    const lines = await test.platform.db.auditLine.findMany({ where: { aggregateId: town.gridA.id }, orderBy: { id: 'asc' } });
    expect(lines.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'boundaryUnsound'],
      ['refused', 'boundaryUnsound'],
      ['done', null],
    ]);
    expect(lines.at(-1)?.detail).toMatchObject({ overrideReason: '两网格共管的院子' });
  });

  it('refuse a change made on old sight, and of another’s unit', async () => {
    const caller = callerOf(test, admin);
    await expect(caller.redrawBoundary(redraw(town.gridA, block(0, 0, 5, 9), { expectedVersion: 7 }))).rejects.toThrow('versionChanged');
    await expect(caller.redrawBoundary(redraw(town.street, block(0, 0, 5, 9)))).rejects.toThrow('outsideScope');
    const secretary = actorOf(admin.userId, { role: 'secretary', unit: town.community });
    await expect(callerOf(test, secretary).redrawBoundary(redraw(town.gridA, block(0, 0, 5, 9)))).rejects.toThrow('outsideScope');
  });
});

describe('units', () => {
  it('are created under a fitting parent with a code of their own, renamed with the old name kept, and closed when empty', async () => {
    const caller = callerOf(test, admin);
    const unitId = randomUUID() as UnitId;
    const estate = { requestId: newRequest(), unitId, level: 'estate' as const, kind: 'residential' as const, code: 'A1', name: '桃园' };
    const created = { ...estate, parentId: town.gridA.id, geometry: block(1, 1, 2, 2), validFrom: FROM };
    expect(await caller.createUnit(created)).toEqual({ aggregateId: unitId, version: 1 });
    const twin = { ...created, requestId: newRequest(), unitId: randomUUID() as UnitId, geometry: null };
    await expect(caller.createUnit(twin)).rejects.toThrow('codeTaken');
    await expect(caller.createUnit({ ...twin, code: 'A2', level: 'street' })).rejects.toThrow('wrongParent');
    const badCode = { ...twin, requestId: newRequest(), level: 'grid' as const, kind: null, parentId: town.community.id, code: '12' };
    await expect(caller.createUnit(badCode)).rejects.toThrow('codeInvalid');
    expect(await caller.renameUnit({ requestId: newRequest(), unitId, expectedVersion: 1, name: '桃园新村' })).toMatchObject({
      version: 2,
    });
    expect((await caller.unit({ unitId })).unit).toMatchObject({
      name: '桃园新村',
      aliases: ['桃园'],
      path: expect.stringContaining('/1/2/3/4/'),
    });
    const close = (id: UnitId, expectedVersion: number) =>
      caller.closeUnit({ requestId: newRequest(), unitId: id, expectedVersion, validTo: test.clock.now });
    await expect(close(town.gridA.id, 1)).rejects.toThrow('stillHasChildren');
    await close(unitId, 2);
    expect((await caller.tree({ parentId: town.gridA.id })).rows).toEqual([]);
    expect((await caller.tree({ parentId: town.gridA.id, closed: true })).rows).toHaveLength(1);
  });

  it('of one community carry its own titles, those of another the default', async () => {
    const caller = callerOf(test, admin);
    const unitId = town.community.id;
    const change = { requestId: newRequest(), unitId, expectedVersion: 1, ladder: threeHeadsLadder };
    await caller.setLadder(change);
    expect(await caller.setLadder(change)).toEqual({ aggregateId: unitId, version: 2 });
    const titles = async (of: UnitId) => (await caller.unit({ unitId: of })).ladder.map(({ title }) => title.zh);
    expect(await titles(town.gridA.id)).toEqual(['片长', '组长', '邻长']);
    expect(await titles(town.street.id)).toEqual(['社区', '网格员', '小区组长', '楼栋长']);
    const [first] = threeHeadsLadder;
    const twice = first ? [first, first] : [];
    await expect(caller.setLadder({ ...change, requestId: newRequest(), expectedVersion: 2, ladder: twice })).rejects.toThrow(
      'ladderUnsound',
    );
    const onGrid = { ...change, requestId: newRequest(), unitId: town.gridA.id };
    await expect(caller.setLadder(onGrid)).rejects.toThrow('notCommunity');
  });

  it('stand in a tree with counts and holders; households are for those who work over them', async () => {
    const { db } = test.platform;
    const house = { level: 'household', name: '1-101', code: '1-101', parentId: town.gridA.id, validFrom: new Date(FROM) };
    await db.territoryUnit.create({
      data: { ...house, id: randomUUID(), no: 50, path: `${town.gridA.path}50/`, facts: { point: [116.03, 40.03] } },
    });
    const tree = await callerOf(test, admin).tree({ parentId: town.community.id });
    expect(tree.rows).toMatchObject([
      { name: '第一网格', childCount: 1, hasBoundary: true, holder: null },
      { name: '第二网格', childCount: 0 },
    ]);
    const resident = actorOf(randomUUID() as UserId, { role: 'resident', unit: null });
    expect((await callerOf(test, resident).tree({ parentId: town.gridA.id })).rows).toEqual([]);
    expect((await callerOf(test, admin).tree({ parentId: town.gridA.id })).rows).toHaveLength(1);
  });

  it('are checked as a whole: vacant posts, households in no grid, ground in none', async () => {
    const { db } = test.platform;
    const house = { level: 'household', name: '1-101', code: '1-101', parentId: town.gridA.id, validFrom: new Date(FROM) };
    await db.territoryUnit.create({
      data: { ...house, id: randomUUID(), no: 50, path: `${town.gridA.path}50/`, facts: { point: [116.03, 40.03] } },
    });
    const caller = callerOf(test, admin);
    await caller.redrawBoundary(redraw(town.gridB, block(6, 0, 10, 10)));
    const { findings } = await caller.checks({ unitId: town.community.id });
    expect(findings.map(({ code }) => code).sort()).toEqual(['gap', 'householdInNoGrid', 'noOwner', 'noOwner']);
    expect(findings.find(({ code }) => code === 'gap')?.areaM2).toBeGreaterThan(90_000);
    await expect(caller.checks({ unitId: town.street.id })).rejects.toThrow('territory.notFound');
  });
});

describe('posts', () => {
  const give = (userId: UserId, over: object = {}) => ({
    requestId: newRequest(),
    appointmentId: appointmentId(),
    userId,
    role: 'gridWorker' as const,
    unitId: town.gridA.id,
    departmentId: null,
    validFrom: test.clock.now,
    ...over,
  });

  it('have one holder at a time, deputies beside, and a history', async () => {
    const caller = callerOf(test, admin);
    const [first, second] = [await putPerson(test, '甲'), await putPerson(test, '乙')];
    await caller.appoint(give(first));
    await expect(caller.appoint(give(second))).rejects.toThrow('holderPresent');
    await caller.appoint(give(second, { deputy: true }));
    test.clock.advance(60_000);
    const handed = {
      requestId: newRequest(),
      appointmentId: appointmentId(),
      unitId: town.gridA.id,
      role: 'gridWorker' as const,
      userId: second,
    };
    await caller.replaceHolder(handed);
    await caller.replaceHolder(handed);
    const { holders } = await caller.unit({ unitId: town.gridA.id });
    expect(holders.map(({ name, deputy, validTo }) => [name, deputy, validTo === null])).toEqual(
      expect.arrayContaining([
        ['甲', false, false],
        ['乙', true, true],
        ['乙', false, true],
      ]),
    );
    expect((await caller.tree({ parentId: town.community.id })).rows[0]?.holder).toEqual({ userId: second, name: '乙' });
    await caller.endAppointment({ requestId: newRequest(), appointmentId: handed.appointmentId, validTo: FROM });
    const ended = await test.platform.db.appointment.findUniqueOrThrow({ where: { id: handed.appointmentId } });
    expect(ended.validTo?.getTime()).toBe(test.clock.now);
    await expect(caller.endAppointment({ requestId: newRequest(), appointmentId: handed.appointmentId, validTo: FROM })).rejects.toThrow(
      'appointmentEnded',
    );
  });

  it('given twice at once go to one', async () => {
    const caller = callerOf(test, admin);
    const pair = await Promise.all(['甲', '乙'].map((name) => putPerson(test, name)));
    const outcomes = await Promise.allSettled(pair.map((userId) => caller.appoint(give(userId))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['a role of another level', { role: 'buildingHead' }, 'roleNotOfUnit'],
    ['a unit above one’s own', { role: 'streetOperator', unitId: 'street' }, 'outsideScope'],
    ['nobody', { userId: randomUUID() }, 'personUnknown'],
  ])('refuse %s', async (_name, over, code) => {
    const unitId = 'unitId' in over ? town.street.id : town.gridA.id;
    const person = await putPerson(test, '甲');
    await expect(callerOf(test, admin).appoint(give(person, { ...over, unitId }))).rejects.toThrow(code);
  });

  it('in a department belong to the unit it serves', async () => {
    const id = randomUUID();
    await test.platform.db.department.create({
      data: { id, code: 'D1', nameZh: '物业服务组', nameEn: 'Estate team', kind: 'communityTeam', unitId: town.community.id },
    });
    const person = await putPerson(test, '甲');
    await callerOf(test, admin).appoint(give(person, { role: 'departmentHandler', unitId: null, departmentId: id }));
    expect(await callerOf(test, admin).departments({})).toMatchObject([{ code: 'D1', members: 1, unit: { name: '桃林社区' } }]);
  });
});

describe('the base map', () => {
  it('answers what the zoom can show, coarse things first, and no more than fits', async () => {
    const line = (west: number) => ({
      type: 'LineString',
      coordinates: [
        [west, 40],
        [west + 0.000001, 40.0000004],
        [west + 0.01, 40.01],
      ],
    });
    const feature = (name: string, minZoom: number, west: number) => ({
      unitId: town.district.id,
      layer: 'road',
      class: 'main',
      name,
      minZoom,
      geometry: line(west),
      west,
      south: 40,
      east: west + 0.01,
      north: 40.01,
    });
    await test.platform.db.mapFeature.createMany({ data: [feature('小巷', 17, 116), feature('大路', 10, 116), feature('远路', 10, 120)] });
    const caller = callerOf(test, admin);
    const box: [number, number, number, number] = [116, 40, 116.02, 40.02];
    const far = await caller.baseMap({ box, zoom: 14 });
    expect(far.features.map(({ name }) => name)).toEqual(['大路']);
    expect(far.features[0]?.geometry.coordinates).toHaveLength(2);
    const near = await caller.baseMap({ box, zoom: 17 });
    expect(near.features.map(({ name }) => name)).toEqual(['大路', '小巷']);
  });
});
