import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/platform/transaction.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { unitDuties } from '#shared/dispatch/unit-duties.ts';
import { whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import { defaultWhistleSettings } from '#shared/dispatch/whistle-context.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { ofUnit } from '#shared/dispatch/whistle-todo.ts';
import type { Actor, Post } from '#shared/identity/identity-schema.ts';
import { DAY } from '#shared/kernel/time.ts';
import { storeWalks } from './figure-fixture.ts';
import { updateWhistle } from './whistle-store.ts';

let at: CaseFixture;
let all: WhistleSnapshot[];
const last = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  at = await openCaseFixture();
  await storeWalks(at, { count: 52, from: Date.parse('2026-11-02T01:00:00Z') });
  at.test.clock.now = Date.parse('2026-11-30T04:00:00Z');
  all = (await at.test.platform.db.whistle.findMany({ select: { snapshot: true } })).map(
    ({ snapshot }) => snapshot as unknown as WhistleSnapshot,
  );
}, 120_000);
afterAll(() => at.close());

const apiOf = (actor: Actor) => callAs(at.test.platform, actor).dispatch;
const actorOf = async (person: Person) => (await at.as(person)).actor;

/** Every page of the inbox, `limit` rows each. */
async function pages(actor: Actor, limit: number) {
  const api = apiOf(actor);
  const rows = [];
  let cursor: string | undefined;
  do {
    const page = await api.list({ view: 'todo', sort: 'own', limit, ...(cursor ? { cursor } : {}) });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}
const ownDue = (snapshot: WhistleSnapshot, units: readonly string[]) =>
  Math.min(...units.flatMap((id) => unitDuties(snapshot, id as never, defaultWhistleSettings).slice(0, 1)).map(({ due }) => due ?? last));

describe('the inbox of a unit', () => {
  it.each<[Person, number]>([
    ['handler', 3],
    ['supporter', 1],
    ['lead', 200],
  ])('of the %s is one order by its own limits across pages of %i', async (person, limit) => {
    const actor = await actorOf(person);
    const unit = actor.posts[0]?.departmentId ?? '';
    const rows = await pages(actor, limit);
    const wanted = all.filter((snapshot) => unitDuties(snapshot, unit as never, defaultWhistleSettings).length > 0);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(({ id }) => id)).toEqual(
      wanted
        .map((snapshot) => ({ id: snapshot.id, due: ownDue(snapshot, [unit]) }))
        .sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due - b.due))
        .map(({ id }) => id),
    );
    const byWhole = rows.map(({ clock }) => clock.due?.at ?? last);
    // of a support it is not the order of the limit to watch, which may be the lead's
    if (person === 'supporter') expect(byWhole).not.toEqual(byWhole.toSorted((a, b) => a - b));
    const { counts } = await apiOf(actor).counts({ views: ['todo'] });
    expect(counts.todo).toBe(rows.length);
  });

  it('of somebody with two units and an office has each whistle once, an own unit’s limit first', async () => {
    const people = await Promise.all((['handler', 'supporter', 'secretary', 'streetOperator'] as const).map(actorOf));
    const posts: Post[] = people.flatMap((person) => person.posts);
    const actor = { ...(await actorOf('handler')), posts };
    const [rows, whole] = [await pages(actor, 2), await pages(actor, 200)];
    expect(rows.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const { counts } = await apiOf(actor).counts({ views: ['todo'] });
    expect(counts.todo).toBe(rows.length);
    const dues = rows.map(({ own, clock }) => (own.length > 0 ? (own[0]?.due ?? last) : (clock.due?.at ?? last)));
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(new Set(rows.map(({ own }) => own.length > 0)).size).toBe(2);
  });

  it('refuses a cursor that is none', async () => {
    const api = apiOf(await actorOf('handler'));
    expect(await refusalOf(api.list({ view: 'todo', sort: 'own', cursor: 'x' }))).toBe('badCursor');
  });
});

describe('the street and a whistle whose units have not rated', () => {
  it('has it among what waits until the limit of the clearing is over, then to do', async () => {
    const street = apiOf(await actorOf('streetOperator'));
    const fed = all.find(({ state, clearDue, supervisionCount }) => state === 'fedBack' && clearDue !== null && supervisionCount === 0);
    if (!fed) throw new Error('no whistle was fed back');
    // both sides of the community have rated; a unit has not
    const five = { arrival: 5, work: 5, result: 5 } as const;
    const units = fed.units.map((unit) => ({
      ...unit,
      marks: { ...five, note: '', at: fed.lastEventAt, byId: fed.draftedById },
    }));
    const silent: WhistleSnapshot = { ...fed, units, households: [] };
    const extras = { districtId: at.districtId, settings: defaultWhistleSettings };
    await inTransaction(await at.as('secretary'), (tx) => updateWhistle(tx, silent, extras));
    const due = fed.clearDue?.at ?? Number.NaN;
    const has = async (view: 'todo' | 'waiting') => (await street.list({ view, limit: 200 })).rows.some(({ id }) => id === fed.id);
    at.test.clock.now = due;
    expect([await has('todo'), await has('waiting')]).toEqual([false, true]);
    expect((await street.byId({ whistleId: fed.id })).allowedActions).not.toContain('clear');
    at.test.clock.now = due + 1;
    expect([await has('todo'), await has('waiting')]).toEqual([true, false]);
    expect((await street.byId({ whistleId: fed.id })).allowedActions).toContain('clear');
    const handler = apiOf(await actorOf('handler'));
    expect((await handler.counts({ views: ['waiting'] })).counts.waiting).toBe(0);
    at.test.clock.now = due + DAY;
    const marks = await at.test.platform.db.whistleTodo.findMany({ where: { whistleId: fed.id }, select: { mark: true } });
    expect(marks.map(({ mark }) => mark)).toContain(ofUnit(at.departments.works));
    expect(whistleClockOf(silent, at.test.clock.now).limit).not.toBeNull();
  });
});
