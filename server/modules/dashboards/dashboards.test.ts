import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Step, seedCases, takeStep } from '#server/modules/cases/case-walk.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, persons } from '#server/testing/case-fixture.ts';
import { type CaseListLink, REPEAT_MIN } from '#shared/dashboards/dashboards-schema.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import type { Overview } from './queries/read-overview.ts';

type UnitKey = keyof CaseFixture['units'];

const walk: fc.Arbitrary<Step> = fc.record({
  person: fc.constantFrom(...persons),
  pick: fc.nat(60),
  caseIndex: fc.nat(60),
  hours: fc.constantFrom(0, 0, 1, 3, 9),
});
const scopes: readonly (readonly [Person, UnitKey])[] = [
  ['secretary', 'north'],
  ['secretary', 'n1'],
  ['dispatcher', 'north'],
  ['gridWorker', 'n1'],
  ['streetOperator', 'street'],
  ['streetOperator', 'south'],
  ['callbackOfficer', 'street'],
  ['auditor', 'district'],
  ['administrator', 's1'],
];

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
  const ids = await seedCases(at, 30);
  for (const step of fc.sample(walk, { numRuns: 500, seed: 20261126 })) await takeStep(at, ids, step);
  // three more of one kind in one grid, today
  for (let i = 0; i < REPEAT_MIN; i++) await at.submit('resident', { point: { ...lampPoint, lng: 112.915 }, categoryCode: '01018' });
}, 180_000);
afterAll(() => at.close());

const caller = async (person: Person) => callAs(at.test.platform, (await at.as(person)).actor);
const overview = async (person: Person, unit: UnitKey): Promise<Overview> =>
  (await caller(person)).dashboards.overview({ unitId: at.units[unit].id });

async function lengthOf(person: Person, { view, filters }: CaseListLink): Promise<number> {
  const { cases } = await caller(person);
  let length = 0;
  let cursor: string | undefined;
  do {
    const page = await cases.list({ ...filters, view, limit: 9, ...(cursor ? { cursor } : {}) });
    length += page.rows.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return length;
}

describe('every number is the length of the list it opens', () => {
  test.each(scopes)('for the %s over %s', async (person, unit) => {
    const { numbers, decisions, areas, trend } = await overview(person, unit);
    const { overdue, newToday, waiting, repeats } = numbers;
    const pairs: [string, number, CaseListLink][] = [
      ['overdue', overdue.count, overdue.list],
      ['open', overdue.open, overdue.openList],
      ['newToday', newToday.count, newToday.list],
      ['reported', newToday.reported, newToday.reportedList],
      ['waiting', waiting.count, waiting.list],
      ...decisions.repeats.map((repeat): [string, number, CaseListLink] => [repeat.key, repeat.count, repeat.list]),
      ...areas.flatMap((area): [string, number, CaseListLink][] => [
        [`${area.name} open`, area.open, area.lists.open],
        [`${area.name} overdue`, area.overdue, area.lists.overdue],
        [`${area.name} new`, area.newToday, area.lists.newToday],
      ]),
      ...trend.flatMap((day): [string, number, CaseListLink][] => [
        [`${day.date} new`, day.created, day.lists.created],
        [`${day.date} closed`, day.closed, day.lists.closed],
      ]),
    ];
    for (const [name, figure, link] of pairs) expect([name, await lengthOf(person, link)]).toEqual([name, figure]);
    const all = await (await caller(person)).dashboards.repeats({ unitId: at.units[unit].id });
    expect(all.repeats.reduce((sum, { count }) => sum + count, 0)).toBe(repeats.count);
    expect(all.repeats.length).toBe(repeats.places);
    expect(decisions.total).toBe(overdue.count + decisions.requests.length + repeats.places);
  });

  test('the walk left something to count', async () => {
    const { numbers, trend, areas } = await overview('auditor', 'district');
    expect(numbers.overdue.count).toBeGreaterThan(3);
    expect(numbers.overdue.open).toBeGreaterThan(numbers.overdue.count);
    expect(numbers.waiting.count).toBeGreaterThan(0);
    expect(trend.reduce((sum, { closed }) => sum + closed, 0)).toBeGreaterThan(0);
    expect(areas.map(({ name }) => name)).toEqual(['北社区', '南社区']);
  });
});

describe('the numbers agree with each other', () => {
  test('the grids of a community and what lies in none of them add up to it', async () => {
    const { numbers, areas, elsewhere } = await overview('secretary', 'north');
    const sum = (figure: 'open' | 'overdue' | 'newToday') => areas.reduce((total, area) => total + area[figure], elsewhere[figure]);
    expect(areas.map(({ name }) => name)).toEqual(['北一格', '北二格']);
    expect([sum('open'), sum('overdue'), sum('newToday')]).toEqual([numbers.overdue.open, numbers.overdue.count, numbers.newToday.count]);
  });

  test('repeated complaints are found by class and grid', async () => {
    const { decisions } = await overview('secretary', 'north');
    const found = decisions.repeats.find(({ grid, category }) => grid.id === at.units.n2.id && category.zh === '井盖');
    expect(found?.count).toBeGreaterThanOrEqual(REPEAT_MIN);
    expect(found?.list.filters).toMatchObject({ categoryCode: '01018', unitId: at.units.n2.id });
  });
});

describe('who may see which overview', () => {
  test.each([
    ['secretary', 'south'],
    ['secretary', 'street'],
    ['gridWorker', 'north'],
    ['gridWorker', 'n2'],
    ['dispatcher', 's1'],
    ['resident', 'north'],
    ['handler', 'north'],
    ['lead', 'district'],
  ] as const)('the %s is told nothing of %s', async (person, unit) => {
    expect(await refusalOf(overview(person, unit))).toBe('notFound');
    expect(await refusalOf((await caller(person)).dashboards.repeats({ unitId: at.units[unit].id }))).toBe('notFound');
  });

  test('nobody signed in, nothing told', async () => {
    expect(await refusalOf(callAs(at.test.platform, null).dashboards.overview({ unitId: at.units.north.id }))).toBe('signInFirst');
  });

  test('a grid worker gets the grid without the score of the community', async () => {
    const { numbers, areas } = await overview('gridWorker', 'n1');
    expect(numbers.satisfaction).toBeNull();
    expect(areas.map(({ name, satisfaction }) => [name, satisfaction])).toEqual([['北一格', null]]);
  });
});

describe('the day before', () => {
  test('is told exactly, whatever happened since', async () => {
    const before = await overview('secretary', 'north');
    const start = at.test.clock.now;
    const ids = (await at.test.platform.db.case.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(
      ({ id }) => id as Parameters<typeof takeStep>[1][number],
    );
    for (const step of fc.sample(walk, { numRuns: 80, seed: 7 })) {
      await takeStep(at, ids, { ...step, hours: 0 });
      if (at.test.clock.now < start + DAY - HOUR) at.test.clock.advance(HOUR / 4);
    }
    at.test.clock.set(start + DAY);
    const after = await overview('secretary', 'north');
    expect(after.numbers.overdue.dayBefore).toBe(before.numbers.overdue.count);
  });
});
