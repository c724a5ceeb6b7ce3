import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { watchPlans } from '#server/testing/query-plan.ts';
import { markRead } from './commands/mark-read.ts';
import { type UnitsAsked, unitPosts } from './post-store.ts';
import { countUnread } from './queries/count-unread.ts';
import { listNotices } from './queries/list-notices.ts';

const OLD_NOTICES = 100_000;
const UNREAD = 40;
const BUILDINGS = 10_000;
const HOLDERS = 5;
let at: CaseFixture;

/** Years of notices of one person, and the buildings of another community with everybody who ever held them. */
beforeAll(async () => {
  at = await openCaseFixture();
  const { db } = at.test.platform;
  const { handler, gridWorker } = at.people;
  const id = await at.submit('resident');
  await db.$executeRaw`
    insert into "notification" ("id", "source", "user_id", "at", "kind", "loud", "topic", "params", "subject_type", "subject_id", "unit_path",
      "read_at")
    select gen_random_uuid(), 'case:' || no, ${handler}::uuid, now() - no * interval '1 minute', 'task', 'normal', 'toSign', '{}', 'case',
      ${id}::uuid, ${at.units.n1.path}, case when no > ${UNREAD} then now() end
    from generate_series(1, ${OLD_NOTICES}) no`;
  const south = at.units.south;
  await db.$executeRaw`
    insert into "territory_unit" ("id", "level", "name", "parent_id", "path", "valid_from", "no")
    select gen_random_uuid(), 'building', no || '栋', ${south.id}::uuid, ${south.path} || no || '/', '2020-01-01', no
    from generate_series(1000, ${999 + BUILDINGS}) no`;
  await db.$executeRaw`
    insert into "appointment" ("id", "user_id", "role", "unit_id", "valid_from", "valid_to", "appointed_by")
    select gen_random_uuid(), ${gridWorker}::uuid, 'gridWorker', u."id", '2020-01-01',
      case when held > 1 then '2021-01-01'::timestamptz end, ${gridWorker}::uuid
    from "territory_unit" u cross join generate_series(1, ${HOLDERS}) held where u."level" = 'building'`;
  await db.$executeRaw`analyze`;
}, 180_000);
afterAll(() => at.close());

describe('no question grows with what is long over', () => {
  it('of the bell: how many are unread, which, and reading them', async () => {
    const plans = watchPlans(at.test);
    const ctx = { ...(await at.as('handler')), db: plans.db };
    expect((await countUnread(ctx)).total).toBe(UNREAD);
    const { rows } = await listNotices(ctx, { limit: 20, unread: true });
    await listNotices(ctx, { limit: 20, unread: false });
    const asked = await plans.touched(['notification']);
    expect(asked.length).toBe(3);
    expect(asked.filter((each) => each.rows > 2 * UNREAD)).toEqual([]);
    expect(await markRead(ctx, { ids: rows.map(({ id }) => id) })).toEqual({ changed: 20 });
    await plans.close();
  });

  const roles: UnitsAsked['roles'] = ['gridWorker', 'secretary'];
  it.each<{ what: string; roles: UnitsAsked['roles']; place: 'n1' | 'north' | 'district'; below: boolean; who: Person[] }>([
    { what: 'above a grid', roles, place: 'n1', below: false, who: ['gridWorker', 'secretary'] },
    { what: 'in and below a community', roles, place: 'north', below: true, who: ['gridWorker', 'otherGridWorker', 'secretary'] },
    { what: 'of few people anywhere', roles: ['dispatcher'], place: 'district', below: true, who: ['dispatcher', 'secondDispatcher'] },
  ])('of who holds a post $what', async ({ roles: wanted, place, below, who }) => {
    const plans = watchPlans(at.test);
    const questions = [{ roles: wanted, scopePath: at.units[place].path, below }];
    const [posts] = await inTransaction({ ...at.test.platform, db: plans.db }, (tx) =>
      unitPosts(tx, { asked: questions, now: at.test.clock.now }),
    );
    expect(posts?.map(({ userId }) => userId).sort()).toEqual(who.map((person) => at.people[person]).sort());
    const asked = await plans.touched(['appointment', 'territory_unit', 'user']);
    await plans.close();
    expect(asked.length).toBe(1);
    expect(asked.filter(({ rows }) => rows > 200)).toEqual([]);
  });
});
