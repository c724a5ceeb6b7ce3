import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { watchPlans } from '#server/testing/query-plan.ts';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { DAY } from '#shared/kernel/time.ts';
import { storeWalks } from './figure-fixture.ts';
import { countWhistles } from './queries/count-whistles.ts';
import { listVisits } from './queries/list-visits.ts';
import { listWhistles } from './queries/list-whistles.ts';

const OLD_WHISTLES = 30_000;
const views: readonly WhistleView[] = ['todo', 'waiting', 'approvals', 'objections', 'silent', 'overdue', 'dueSoon', 'hot', 'open'];
let at: CaseFixture;

/** Whistles of the last years that are over, in both communities, made from one real one. */
beforeAll(async () => {
  at = await openCaseFixture();
  const { db } = at.test.platform;
  await storeWalks(at, { count: 26, from: Date.parse('2026-11-02T01:00:00Z') });
  at.test.clock.now = Date.parse('2026-11-30T04:00:00Z');
  const { north, south } = at.units;
  await db.$executeRaw`
    insert into "whistle" select o.* from "whistle" w
      cross join generate_series(1, ${OLD_WHISTLES}) no
      cross join lateral jsonb_populate_record(w, jsonb_build_object(
        'id', gen_random_uuid(), 'whistle_no', 'x' || no, 'grams', '[]'::jsonb, 'todo', '[]'::jsonb, 'snapshot', '{}'::jsonb,
        'unit_path', case when no % 2 = 0 then ${north.path} else ${south.path} end,
        'community_id', case when no % 2 = 0 then ${north.id} else ${south.id} end,
        'drafted_at', w."drafted_at" - (60 + no % 900) * interval '1 day', 'blown_at', w."blown_at" - (60 + no % 900) * interval '1 day',
        'cleared_at', w."cleared_at" - (60 + no % 900) * interval '1 day', 'ended_at', w."ended_at" - (60 + no % 900) * interval '1 day')) o
    where w."id" = (select "id" from "whistle" where "state" = 'cleared' limit 1)`;
  await db.$executeRaw`analyze`;
}, 180_000);
afterAll(() => at.close());

test.each<Person>(['secretary', 'streetOperator', 'auditor', 'handler'])(
  'no list, count or calendar of the %s reads the whistles that are long over',
  async (person) => {
    const plans = watchPlans(at.test);
    const ctx = { ...(await at.as(person)), db: plans.db };
    const { counts } = await countWhistles(ctx, { views: [...views] });
    expect(counts.open).toBeGreaterThan(5);
    for (const view of views) for (const sort of ['clock', 'newest'] as const) await listWhistles(ctx, { view, sort, limit: 50 });
    const { visits, complete } = await listVisits(ctx, { from: ctx.now() - 28 * DAY, to: ctx.now() + 7 * DAY });
    expect([visits.length > 0, complete]).toEqual([true, true]);
    const asked = await plans.touched(['whistle', 'whistle_todo']);
    await plans.close();
    expect(asked.length).toBeGreaterThan(2 * views.length);
    expect(asked.filter(({ rows }) => rows >= 1_000)).toEqual([]);
  },
  60_000,
);
