import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstBrokenLink, readEvents } from '#server/platform/events.ts';
import { type CaseFixture, openCaseFixture, type Person, persons } from '#server/testing/case-fixture.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import { clockOf } from '#shared/cases/case-clock.ts';
import { nextStep } from '#shared/cases/case-holder.ts';
import { type CaseView, caseViews, listCasesInput } from '#shared/cases/case-queries.ts';
import { defaultCaseSettings } from '#shared/cases/case-settings.ts';
import type { CaseAction } from '#shared/cases/cases-actions.ts';
import { caseScope, caseVisible, scopeFacts } from '#shared/cases/cases-policy.ts';
import { type CaseSnapshot, openStates } from '#shared/cases/cases-schema.ts';
import { replayCase } from '#shared/cases/evolve-case.ts';
import type { Light } from '#shared/clocks/light.ts';
import { type Actor, type Post, roles } from '#shared/identity/identity-schema.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { caseAggregate, readHistory } from './case-history.ts';
import { caseWhere } from './case-scope-where.ts';
import { caseColumns, snapshotOf } from './case-store.ts';
import { type Step, seedCases, takeStep } from './case-walk.ts';
import { askerOf } from './list-where.ts';
import { caseMap } from './queries/case-map.ts';
import { countCases } from './queries/count-cases.ts';
import { listCases } from './queries/list-cases.ts';
import { viewWhere } from './view-where.ts';

let at: CaseFixture;
let ids: CaseId[];
const taken = new Set<CaseAction>();

const walk: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(600),
  caseIndex: fc.nat(600),
  hours: fc.constantFrom(0, 0, 0, 1, 3),
});

beforeAll(async () => {
  at = await openCaseFixture();
  ids = await seedCases(at, 24);
  for (const step of fc.sample(walk, { numRuns: 420, seed: 20261117 })) {
    const action = await takeStep(at, ids, step);
    if (action) taken.add(action);
  }
}, 180_000);
afterAll(() => at.close());

const snapshots = async (): Promise<CaseSnapshot[]> => (await at.test.platform.db.case.findMany()).map(snapshotOf);

async function listAll(
  person: Person,
  view: CaseView,
  { sort = 'clock', limit = 40 }: { sort?: 'clock' | 'newest' | 'changed'; limit?: number } = {},
) {
  const ctx = await at.as(person);
  const rows: Awaited<ReturnType<typeof listCases>>['rows'] = [];
  let cursor: string | undefined;
  do {
    const page = await listCases(ctx, listCasesInput.parse({ view, sort, limit, cursor }));
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}

describe('after a random walk of actions', () => {
  test('the walk was a real one', () => {
    expect([...taken].length).toBeGreaterThan(24);
  });

  test('every row is what its stored events lead to, and every chain holds', async () => {
    const { db } = at.test.platform;
    for (const row of await db.case.findMany()) {
      const id = row.id as CaseId;
      const replayed = replayCase(await readHistory(db, id));
      expect(replayed).toEqual(row.snapshot);
      if (replayed) expect(row).toMatchObject(caseColumns(replayed, { districtId: row.districtId, description: row.description }));
      expect(firstBrokenLink(await readEvents(db, caseAggregate(id)))).toBeNull();
    }
  });

  test('the database filter of a scope answers as the pure rule, for any actor', async () => {
    const all = await snapshots();
    const { units, departments, people } = at;
    const post: fc.Arbitrary<Post> = fc
      .record({
        role: fc.constantFrom(...roles),
        unit: fc.constantFrom(null, ...Object.values(units)),
        departmentId: fc.constantFrom(null, ...Object.values(departments)),
        deputy: fc.boolean(),
      })
      .map(({ unit, ...rest }) => ({
        ...rest,
        appointmentId: null,
        unitId: unit?.id ?? null,
        unitPath: unit?.path ?? null,
        unitLevel: null,
      }));
    const actor: fc.Arbitrary<Actor> = fc.record({
      userId: fc.constantFrom(...Object.values(people)),
      name: fc.constant('x'),
      posts: fc.array(post, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(actor, async (who) => {
        const scope = caseScope(who);
        const seen = await at.test.platform.db.case.findMany({ where: caseWhere(scope), select: { id: true } });
        const expected = all.filter((snapshot) => caseVisible(scope, scopeFacts(snapshot))).map(({ id }) => id);
        expect(seen.map(({ id }) => id).sort()).toEqual(expected.sort());
      }),
      { numRuns: 250 },
    );
  });

  test('every number is the length of the list it opens, for every view and role', async () => {
    for (const person of persons) {
      const { counts } = await countCases(await at.as(person), {});
      for (const view of caseViews) expect([person, view, (await listAll(person, view)).length]).toEqual([person, view, counts[view]]);
    }
  });

  test('pages hold every case once, in order, whatever the sort', async () => {
    for (const sort of ['clock', 'newest', 'changed'] as const) {
      const rows = await listAll('administrator', 'all', { sort, limit: 7 });
      expect(new Set(rows.map((row) => row.id)).size).toBe(ids.length);
      const keys = rows.map((row) => {
        if (sort === 'newest') return -row.reportedAt;
        if (sort === 'changed') return -row.lastEventAt;
        return (row.clock.held ? null : row.clock.due?.at) ?? Number.MAX_SAFE_INTEGER;
      });
      expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    }
  });

  test('overdue, due soon and the open lists say what the clock of each case says', async () => {
    const all = await snapshots();
    const now = at.test.clock.now;
    const expected: Partial<Record<CaseView, (snapshot: CaseSnapshot) => boolean>> = {
      overdue: (snapshot) => clockOf(snapshot, now).overdue,
      dueSoon: (snapshot) => clockOf(snapshot, now).light === 'yellow',
      open: ({ state }) => openStates.some((open) => open === state),
      holds: ({ state }) => state === 'onHold',
      unplaced: ({ unitId, state }) => unitId === null && openStates.some((open) => open === state),
    };
    for (const [view, holds] of Object.entries(expected)) {
      const listed = await listAll('administrator', view as CaseView);
      expect([view, listed.map(({ id }) => id).sort()]).toEqual([
        view,
        all
          .filter(holds)
          .map(({ id }) => id)
          .sort(),
      ]);
    }
  });

  test('whatever stands in somebody’s to-do list can be acted on by them', async () => {
    const all = new Map((await snapshots()).map((snapshot) => [snapshot.id, snapshot]));
    let seen = 0;
    for (const person of persons) {
      const ctx = await at.as(person);
      const todo = await ctx.db.case.findMany({ where: viewWhere('todo', await askerOf(ctx)), select: { id: true } });
      for (const { id } of todo) {
        const snapshot = all.get(id as CaseId);
        // the lead unit keeps the case in hand while it waits for its supports
        if (snapshot && nextStep(snapshot) === 'support') continue;
        const actions = snapshot
          ? availableActions({ snapshot, actor: ctx.actor, now: at.test.clock.now, settings: defaultCaseSettings })
          : [];
        expect([person, snapshot?.state, actions.filter((action) => action !== 'addNote')]).not.toEqual([person, snapshot?.state, []]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('a map shows the cases of the list: as points, and their sum in cells', async () => {
    const ctx = await at.as('administrator');
    const world = { box: [-180, -85, 180, 85] as [number, number, number, number], zoom: 12, view: 'all' as const };
    const all = (await snapshots()).filter(({ point }) => point !== null);
    const withPoint = all.length;
    const map = await caseMap(ctx, world);
    if (map.kind !== 'points') throw new Error('expected points');
    const lights = all.map((snapshot) => [snapshot.id, clockOf(snapshot, at.test.clock.now).light]);
    expect(new Map(map.points.map(({ id, light }) => [id, light]))).toEqual(new Map(lights as [CaseId, Light][]));
    const cells = await caseMap(ctx, { ...world, pointsMax: 3 });
    if (cells.kind !== 'cells') throw new Error('expected cells');
    expect(cells.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(withPoint);
    expect(cells.cells.length).toBeLessThan(withPoint);
  });
});

describe('search', () => {
  const found = async (text: string) => (await listCases(await at.as('administrator'), listCasesInput.parse({ text, view: 'all' }))).rows;

  test('two characters, several words, a case number, a phone', async () => {
    const special = await at.submit('resident', { text: '北门的ＡＢＣ井盖缺了一块', address: '解放西路 8 号' });
    for (const text of ['井盖', '解放 井盖', 'abc', '缺了一块', '盖'])
      expect([text, (await found(text)).map(({ id }) => id)]).toEqual([text, [special]]);
    expect(await found('盖井')).toEqual([]);
    expect(await found('井盖 不在')).toEqual([]);
    const numbered = (await snapshots()).find(({ caseNo }) => caseNo !== null);
    expect((await found(numbered?.caseNo ?? '')).map(({ id }) => id)).toEqual([numbered?.id]);
    const byPhone = async (person: Person) =>
      (await listCases(await at.as(person), listCasesInput.parse({ text: '188-0000-0000', view: 'all', limit: 200 }))).rows;
    expect((await byPhone('streetOperator')).map(({ id }) => id)).toContain(special);
    expect(await byPhone('auditor')).toEqual([]);
  });
});
