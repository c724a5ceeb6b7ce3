import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCases } from '#server/modules/cases/case-walk.ts';
import type { Prisma } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, openCaseFixture } from '#server/testing/case-fixture.ts';
import { watchPlans } from '#server/testing/query-plan.ts';
import { DAY } from '#shared/kernel/time.ts';
import { readOverview } from './queries/read-overview.ts';

const OLD_CASES = 12_000;
let at: CaseFixture;

/** Ended cases of the last years in every grid, made from one real row. */
beforeAll(async () => {
  at = await openCaseFixture();
  const { db } = at.test.platform;
  await seedCases(at, 12);
  const { id: _id, snapshot: _snapshot, ...row } = await db.case.findFirstOrThrow({ where: { gridId: at.units.n1.id } });
  const grids = [at.units.n1, at.units.n2, at.units.s1, at.units.s2] as const;
  const made = Array.from({ length: OLD_CASES }, (_, index): Prisma.CaseCreateManyInput => {
    const grid = grids[index % grids.length] ?? grids[0];
    const when = new Date(at.test.clock.now - (60 + (index % 900)) * DAY);
    const ended = {
      state: 'reviewed',
      clockDueAt: null,
      clockLimit: null,
      clockSoonAt: null,
      reportedAt: when,
      lastEventAt: when,
      closedAt: when,
    };
    return {
      ...row,
      ...ended,
      id: newId(),
      caseNo: `x${index}`,
      unitPath: grid.path,
      gridId: grid.id,
      grams: [],
      snapshot: {},
    };
  });
  for (let start = 0; start < made.length; start += 2_000) await db.case.createMany({ data: made.slice(start, start + 2_000) });
  await db.$executeRaw`analyze`;
}, 180_000);
afterAll(() => at.close());

test.each(['secretary', 'auditor'] as const)(
  'no query of the overview of the %s grows with the cases that are long over',
  async (person) => {
    const plans = watchPlans(at.test);
    const ctx = await at.as(person);
    const unit = person === 'secretary' ? at.units.north : at.units.district;
    await readOverview({ ...ctx, db: plans.db }, { unitId: unit.id });
    const asked = await plans.touched(['case', 'domain_event']);
    await plans.close();
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ rows }) => rows >= 1_000)).toEqual([]);
  },
  60_000,
);
