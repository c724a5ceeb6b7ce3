import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Prisma } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { watchPlans } from '#server/testing/query-plan.ts';
import { DAY } from '#shared/kernel/time.ts';
import { storeWalks } from './figure-fixture.ts';
import { listFigureWhistles } from './queries/list-figure-whistles.ts';
import { readFigures } from './queries/read-figures.ts';

const OLD_WHISTLES = 2_000;
let at: CaseFixture;

/** Whistles of the last years in both communities, made from one real one with its measures. */
beforeAll(async () => {
  at = await openCaseFixture();
  const { db } = at.test.platform;
  await storeWalks(at, { count: 13, from: Date.parse('2026-11-02T01:00:00Z') });
  at.test.clock.now = Date.parse('2026-11-30T04:00:00Z');
  const { measures, snapshot, ...row } = await db.whistle.findFirstOrThrow({ where: { state: 'cleared' }, include: { measures: true } });
  const old = Array.from({ length: OLD_WHISTLES }, (_, index) => ({
    id: newId<string>(),
    no: index,
    back: (60 + (index % 900)) * DAY,
    community: index % 2 === 0 ? at.units.north : at.units.south,
  }));
  const whistles = old.map(
    ({ id, no, community }): Prisma.WhistleCreateManyInput => ({
      ...{ ...row, id, whistleNo: `x${no}`, unitPath: community.path, communityId: community.id },
      ...{ grams: [], todo: [], snapshot: snapshot ?? {} },
    }),
  );
  const rows = old.flatMap(({ id, back, community }) =>
    measures.map((one) => ({
      ...one,
      whistleId: id,
      unitPath: community.path,
      communityId: community.id,
      at: new Date(one.at.getTime() - back),
    })),
  );
  await db.whistle.createMany({ data: whistles });
  for (let start = 0; start < rows.length; start += 2_000) await db.whistleMeasure.createMany({ data: rows.slice(start, start + 2_000) });
  await db.$executeRaw`analyze`;
}, 180_000);
afterAll(() => at.close());

const month = { from: '2026-11-01', to: '2026-11-30' } as const;
test.each<[Person, 'unit' | 'community', boolean]>([
  ['secretary', 'unit', false],
  ['auditor', 'community', false],
  ['handler', 'community', true],
])(
  'no query of the figures of the %s grows with the whistles of other months',
  async (person, by, own) => {
    const plans = watchPlans(at.test);
    const ctx = { ...(await at.as(person)), db: plans.db };
    const asked = { ...month, ...(own ? { departmentId: at.departments.works } : {}) };
    await readFigures(ctx, { ...asked, by });
    const { rows } = await listFigureWhistles(ctx, { ...asked, measure: 'called', part: 'counted', limit: 50 });
    expect(rows.length).toBeGreaterThan(3);
    expect(await at.test.platform.db.whistleMeasure.count()).toBeGreaterThan(30_000);
    const queries = await plans.touched(['whistle', 'whistle_measure']);
    await plans.close();
    expect(queries.length).toBeGreaterThan(3);
    expect(queries.filter((query) => query.rows >= 1_000)).toEqual([]);
  },
  60_000,
);
