import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prisma } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { watchPlans } from '#server/testing/query-plan.ts';
import type { CaseId, DepartmentId, UnitId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { storeWalks } from './figure-fixture.ts';
import { suggestWhistleUnits } from './queries/suggest-whistle-units.ts';

const OLD_WHISTLES = 6_000;
let town: CaseFixture;
let streetUnit: DepartmentId;
let template: Prisma.WhistleCreateManyInput;
const now = () => town.test.clock.now;

beforeAll(async () => {
  town = await openCaseFixture();
  const { db } = town.test.platform;
  town.test.clock.now = Date.parse('2026-11-30T04:00:00Z');
  await storeWalks(town, { count: 13, from: Date.parse('2026-11-02T01:00:00Z') });
  const { snapshot: _, ...row } = await db.whistle.findFirstOrThrow({ where: { state: 'cleared' } });
  template = { ...row, grams: [], todo: [], snapshot: {} };
  await db.whistleMeasure.deleteMany();
  await db.whistleDoor.deleteMany();
  await db.whistleTodo.deleteMany();
  await db.whistle.deleteMany();
  streetUnit = newId<DepartmentId>();
  await db.department.create({
    data: {
      id: streetUnit,
      code: 'zz-street',
      nameZh: '街道综合执法队',
      nameEn: 'Street team',
      kind: 'department',
      unitId: town.units.street.id,
    },
  });
}, 180_000);
afterAll(() => town.close());

type Past = {
  community: { id: UnitId; path: string };
  units: DepartmentId[];
  days?: number;
  type?: string;
  caseIds?: CaseId[];
  state?: string;
};
async function blew(past: readonly Past[]): Promise<string[]> {
  const { db } = town.test.platform;
  const rows = past.map(({ community, units, days = 30, type = 'appeal', state = 'cleared' }): Prisma.WhistleCreateManyInput => {
    const id = newId<string>();
    return {
      ...{ ...template, id, whistleNo: id, whistleType: type, state, leadUnitId: units[0] ?? '', departmentIds: units },
      ...{ communityId: community.id, unitPath: community.path, blownAt: new Date(now() - days * DAY) },
    };
  });
  await db.whistle.createMany({ data: rows });
  const links = past.flatMap(({ caseIds = [] }, index) =>
    caseIds.map((caseId) => ({ caseId, whistleId: rows[index]?.id ?? '', open: false })),
  );
  await db.caseWhistle.createMany({ data: links });
  return rows.map(({ id }) => id);
}
const suggested = async (over: object = {}, person: Person = 'secretary') => {
  const api = callAs(town.test.platform, (await town.as(person)).actor).dispatch;
  return api.suggestUnits({ caseIds: [], point: lampPoint, placeId: null, whistleType: 'appeal', ...over });
};
const order = async (over: object = {}) => {
  const names = new Map<string, string>([
    ...Object.entries(town.departments).map(([name, id]) => [id as string, name] as const),
    [streetUnit, 'street'],
  ]);
  return (await suggested(over)).map(({ departmentId }) => names.get(departmentId));
};

describe('whom to call', () => {
  it('is the unit of the street itself before those of the district, and no community team', async () => {
    expect(await order()).toEqual(['street', 'sanitation', 'works']);
  });

  it('counts whistles of this community before those of the street before the rest, of the last year, called off ones never', async () => {
    const { works, sanitation } = town.departments;
    const { north, south, street } = town.units;
    const other = { id: newId<UnitId>(), path: '/999/' };
    await blew([
      ...[
        { community: north, units: [works] },
        { community: north, units: [works], type: 'keyTask' },
      ],
      ...Array.from({ length: 4 }, () => ({ community: south, units: [sanitation, works] })),
      { community: street, units: [sanitation] },
      ...Array.from({ length: 6 }, () => ({ community: other, units: [sanitation] })),
      ...[
        { community: north, units: [sanitation], days: 366 },
        { community: north, units: [sanitation], state: 'void' },
      ],
      { community: north, units: [sanitation], state: 'withdrawn' },
    ]);
    expect(await order()).toEqual(['street', 'works', 'sanitation']);
    expect((await suggested()).filter(({ departmentId }) => departmentId !== streetUnit)).toMatchObject([
      {
        ...{ departmentId: works, serves: 'district', led: 2 },
        past: { community: { alike: 1, all: 2 }, street: { alike: 4, all: 4 }, district: { alike: 0, all: 0 } },
      },
      {
        ...{ departmentId: sanitation, led: 11 },
        // south and the street itself are named by path as well as by community
        past: { community: { alike: 0, all: 0 }, street: { alike: 5, all: 5 }, district: { alike: 6, all: 6 } },
      },
    ]);
  });

  it('takes whistles over cases of the same class as alike, and the unit of the class first', async () => {
    const { works, sanitation } = town.departments;
    const [mine, before, quarrel] = [await town.submit('resident'), await town.submit('neighbour'), await town.submit('resident')];
    const { db } = town.test.platform;
    await db.case.update({ where: { id: quarrel }, data: { categoryCode: '03001' } });
    await blew([
      { community: town.units.north, units: [sanitation], caseIds: [before] },
      { community: town.units.north, units: [works], caseIds: [quarrel] },
    ]);
    const found = await suggested({ caseIds: [mine] });
    // the class of a street lamp is led by works
    expect(found.map(({ departmentId, byCategory }) => [departmentId, byCategory])).toEqual([
      [works, true],
      [streetUnit, false],
      [sanitation, false],
    ]);
    const community = (id: string) => found.find(({ departmentId }) => departmentId === id)?.past.community;
    expect([community(sanitation)?.alike, community(works)?.alike]).toEqual([1, 0]);
  });

  it('refuses another place, and whoever may not blow', async () => {
    expect(await refusalOf(suggested({ point: null, placeId: town.units.south.id }))).toBe('placeNotYours');
    expect(await refusalOf(suggested({}, 'handler'))).toBe('notYourRole');
  });
});

describe('with years of whistles behind it', () => {
  it('looks at few of them, and busy neighbours push none of this community out', async () => {
    const { db } = town.test.platform;
    const { works, sanitation } = town.departments;
    await db.caseWhistle.deleteMany();
    await db.whistle.deleteMany();
    const elsewhere = { id: newId<UnitId>(), path: '/999/' };
    await blew([{ community: town.units.north, units: [works], days: 300 }]);
    const many = Array.from({ length: OLD_WHISTLES }, (_, index) => ({
      community: index % 2 === 0 ? town.units.south : elsewhere,
      ...{ units: [sanitation], days: index % 900 },
    }));
    await blew(many);
    await db.$executeRaw`analyze`;
    const plans = watchPlans(town.test);
    const found = await suggestWhistleUnits(
      { ...(await town.as('secretary')), db: plans.db },
      { caseIds: [], point: lampPoint, placeId: null, whistleType: 'appeal' },
    );
    expect(found.map(({ departmentId, past }) => [departmentId, past.community.all, past.street.all > 0])).toEqual([
      [streetUnit, 0, false],
      [works, 1, false],
      [sanitation, 0, true],
    ]);
    const asked = await plans.touched(['whistle']);
    await plans.close();
    expect(asked).toHaveLength(3);
    expect(asked.filter(({ rows }) => rows > 400)).toEqual([]);
  }, 60_000);
});
