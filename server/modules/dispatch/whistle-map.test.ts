import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, T0 } from '#server/testing/case-fixture.ts';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { whistleMap } from './queries/whistle-map.ts';

let town: CaseFixture;
const ids = { blown: newId<WhistleId>(), drafted: newId<WhistleId>(), unplaced: newId<WhistleId>() };
const north = [112.9, 27.82, 112.92, 27.83] as const;
const box: [number, number, number, number] = [...north];

async function act(person: Person, id: WhistleId, action: SentAction, input: object = {}): Promise<void> {
  const row = await town.test.platform.db.whistle.findUnique({ where: { id }, select: { version: true } });
  const common = { whistleId: id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0 };
  await callAs(town.test.platform, (await town.as(person)).actor).dispatch.act(
    whistleCommand.parse({ action, input: { ...common, ...input } }),
  );
}

async function mapOf(person: Person, input: object = {}) {
  return callAs(town.test.platform, (await town.as(person)).actor).dispatch.map({ box, view: 'open', ...input });
}
const numbers = async (person: Person, input: object = {}) =>
  (await mapOf(person, input)).points.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0]).sort();

beforeAll(async () => {
  town = await openCaseFixture();
  const matter = (over: object) => ({
    ...{ whistleType: 'appeal', title: '地面坑洼', reason: '社区没有经费', point: lampPoint, address: '北一格', caseIds: [] },
    ...{ leadUnitId: town.departments.works, supportUnitIds: [], areaM2: null, persons: null, ...over },
  });
  await act('secretary', ids.blown, 'draft', matter({}));
  await act('secretary', ids.blown, 'blow');
  await act('streetOperator', ids.blown, 'approveBlow');
  await act('secretary', ids.drafted, 'draft', matter({ point: { ...lampPoint, lng: lampPoint.lng + 0.01 } }));
  await act('secretary', ids.unplaced, 'draft', matter({ point: null, placeId: town.units.n1.id }));
});
afterAll(() => town.close());

it('shows what lies inside the box, with the times that make its light', async () => {
  expect(await numbers('secretary')).toEqual(['blown', 'drafted']);
  expect(await numbers('secretary', { box: [112.9, 27.82, 112.91, 27.83] })).toEqual(['blown']);
  expect(await numbers('secretary', { box: [112.9, 27.81, 112.92, 27.8199] })).toEqual([]);
  const point = (await mapOf('secretary')).points.find(({ id }) => id === ids.blown);
  const row = await town.test.platform.db.whistle.findUniqueOrThrow({ where: { id: ids.blown } });
  expect(point).toMatchObject({ at: [lampPoint.lng, lampPoint.lat], state: 'blown', title: '地面坑洼', whistleNo: row.whistleNo });
  expect([point?.due, point?.soonAt]).toEqual([row.clockDueAt?.getTime(), row.clockSoonAt?.getTime()]);
  expect(point?.due).toBeGreaterThan(T0 + 3 * HOUR);
});

it('stays within what each person may see, and goes by the filters of the list', async () => {
  expect(await numbers('streetOperator')).toEqual(['blown', 'drafted']);
  expect(await numbers('handler')).toEqual(['blown']);
  expect(await numbers('supporter')).toEqual([]);
  expect(await numbers('southGridWorker')).toEqual([]);
  expect(await numbers('secretary', { unitId: town.units.south.id })).toEqual([]);
  expect(await numbers('secretary', { states: ['drafted'] })).toEqual(['drafted']);
  expect(await numbers('secretary', { view: 'overdue' })).toEqual([]);
  town.test.clock.now = T0 + DAY;
  expect(await numbers('secretary', { view: 'overdue' })).toEqual(['blown']);
  town.test.clock.now = T0;
});

it('only counts what is too many to draw', async () => {
  const ctx = await town.as('secretary');
  expect(await whistleMap(ctx, { box, view: 'open', pointsMax: 1 })).toEqual({ count: 2, points: [] });
  expect(await whistleMap(ctx, { box, view: 'open', pointsMax: 2 })).toMatchObject({ count: 2, points: { length: 2 } });
});
