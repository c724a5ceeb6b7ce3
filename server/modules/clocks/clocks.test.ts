import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CaseFixture, openCaseFixture, T0 } from '#server/testing/case-fixture.ts';
import { calendar2026 } from '#shared/calendar/calendar-sample.ts';
import type { Limit } from '#shared/calendar/calendar-schema.ts';
import { limitMarks, type RunningLimit } from '#shared/clocks/clocks-schema.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#shared/kernel/time.ts';
import { nextMarkAt } from './clocks-store.ts';
import { fireDueMarks } from './commands/fire-due-marks.ts';
import { syncLimits } from './commands/sync-limits.ts';
import { marksOf } from './queries/marks-of.ts';
import { toldMarks } from './testing-told-marks.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const aggregateType = 'test';
const due = dueBy({ ...calendar2026, days: {} });
const hours = (amount: number): Limit => ({ amount, unit: 'hours' });

function limitOf(from: Instant, over: Partial<RunningLimit> & { limit?: Limit } = {}): RunningLimit {
  const { limit = hours(10), ...rest } = over;
  const unitPath = at.units.n1.path;
  const holder = { kind: 'role', role: 'dispatcher', unitPath } as const;
  const escalates = { departmentId: null, unitPath };
  return { key: 'sign', from, due: due(limit, from), held: false, emergency: true, holder, escalates, ...rest };
}

const sync = (id: string, ...limits: RunningLimit[]) =>
  inTransaction(at.test.platform, (tx) =>
    syncLimits(tx, { aggregateType, districtId: at.districtId, at: at.test.clock.now, aggregates: [{ id, limits }] }),
  );
const fire = (now: Instant) => {
  at.test.clock.set(now);
  return fireDueMarks(at.test.platform);
};
const fired = async (id: string) =>
  (await marksOf(at.test.platform.db, { aggregateType, aggregateId: id })).map(
    ({ key, mark, plannedAt, firedAt }) => `${key} ${mark} ${(plannedAt - T0) / MINUTE} ${(firedAt - T0) / MINUTE}`,
  );

let id: string;
beforeEach(async () => {
  id = newId();
  at.test.clock.set(T0);
  await at.test.platform.db.runningLimit.deleteMany();
});

describe('a limit that runs', () => {
  test('fires each mark once at its instant, up the chain', async () => {
    await sync(id, limitOf(T0));
    expect(await fire(T0 + 5 * HOUR - 1)).toBe(0);
    expect(await nextMarkAt(at.test.platform.db)).toBe(T0 + 5 * HOUR);
    expect(await fire(T0 + 5 * HOUR)).toBe(1);
    expect(await fire(T0 + 5 * HOUR)).toBe(0);
    expect(await fire(T0 + 8 * HOUR)).toBe(1);
    expect(await fire(T0 + 10 * HOUR + 30 * MINUTE)).toBe(3);
    expect(await fire(T0 + 90 * DAY)).toBe(0);
    expect(await fired(id)).toEqual([
      'sign remind50 300 300',
      'sign remind80 480 480',
      'sign due100 600 630',
      'sign escalateStreet 610 630',
      'sign escalateDistrict 630 630',
    ]);
  });

  test('keeps what fired when its due time moves, and plans only the rest anew', async () => {
    await sync(id, limitOf(T0));
    await fire(T0 + 5 * HOUR);
    await sync(id, limitOf(T0, { limit: hours(20) }));
    expect(await nextMarkAt(at.test.platform.db)).toBe(T0 + 16 * HOUR);
    await fire(T0 + 16 * HOUR);
    await sync(id, limitOf(T0, { limit: hours(12) }));
    await fire(T0 + 16 * HOUR);
    expect((await fired(id)).map((line) => line.split(' ')[1])).toEqual([...limitMarks]);
  });

  test('fires nothing while held; what a hold caught unfired fires when it ends', async () => {
    await sync(id, limitOf(T0));
    await sync(id, limitOf(T0, { held: true }));
    expect(await fire(T0 + 9 * HOUR)).toBe(0);
    await sync(id, limitOf(T0, { due: due(hours(10), T0, { holds: [{ from: T0 + 6 * HOUR, to: T0 + 9 * HOUR }] }) }));
    expect(await fire(T0 + 9 * HOUR)).toBe(1);
    expect(await fire(T0 + 11 * HOUR)).toBe(1);
    expect(await fired(id)).toEqual(['sign remind50 300 540', 'sign remind80 660 660']);
  });

  test('stops with its step, goes on where it stood, and begins anew from another start', async () => {
    await sync(id, limitOf(T0), limitOf(T0, { key: 'finish', limit: hours(100) }));
    await fire(T0 + 5 * HOUR);
    await sync(id, limitOf(T0, { key: 'finish', limit: hours(100) }));
    expect(await fire(T0 + 9 * HOUR)).toBe(0);
    await sync(id, limitOf(T0));
    expect(await fire(T0 + 9 * HOUR)).toBe(1);
    await sync(id, limitOf(T0 + 9 * HOUR));
    expect(await fire(T0 + 14 * HOUR)).toBe(1);
    await sync(id);
    expect(await fire(T0 + 90 * DAY)).toBe(0);
    expect(await fired(id)).toEqual(['sign remind50 300 300', 'sign remind80 480 540', 'sign remind50 840 840']);
  });

  test('a clock set back fires nothing again; one set forward leaves nothing out', async () => {
    await sync(id, limitOf(T0));
    expect(await fire(T0 + 8 * HOUR)).toBe(2);
    expect(await fire(T0)).toBe(0);
    expect(await fire(T0 + 8 * HOUR)).toBe(0);
    expect(await fire(T0 + 400 * DAY)).toBe(3);
  });

  test('a due time that came from outside has only the marks that are still ahead', async () => {
    const outside = (hour: number) => ({ at: T0 + hour * HOUR, provisional: false, calendarVersion: 0 });
    at.test.clock.set(T0 + 6 * HOUR);
    await sync(id, limitOf(T0, { due: outside(10) }), limitOf(T0, { key: 'late', due: outside(1) }));
    await sync(id, limitOf(T0, { due: outside(10) }), limitOf(T0, { key: 'late', due: outside(1) }));
    await fire(T0 + 90 * DAY);
    expect((await fired(id)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'sign remind80',
      'sign due100',
      'sign escalateStreet',
      'sign escalateDistrict',
    ]);
  });

  test('what fired stays as it was written', async () => {
    await sync(id, limitOf(T0));
    await fire(T0 + 5 * HOUR);
    await expect(at.test.platform.db.limitMark.deleteMany({ where: { aggregateId: id } })).rejects.toMatchObject({ code: 'P2003' });
  });

  test('thousands at one instant fire once, with several processes at it and one job a batch', async () => {
    const ids = Array.from({ length: 2_500 }, () => newId<string>());
    const aggregates = ids.map((each) => ({ id: each, limits: [limitOf(T0)] }));
    await inTransaction(at.test.platform, (tx) => syncLimits(tx, { aggregateType, districtId: at.districtId, at: T0, aggregates }));
    at.test.clock.set(T0 + 5 * HOUR);
    const counts = await Promise.all([1, 2, 3].map(() => fireDueMarks(at.test.platform)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2_500);
    const { db } = at.test.platform;
    const marks = await db.limitMark.findMany({ where: { aggregateId: { in: ids } }, select: { id: true } });
    expect(await toldMarks(db, new Set(marks.map((mark) => String(mark.id))))).toHaveLength(2_500);
  });
});

describe('whatever happens to a limit', () => {
  type Act = { hours: number; kind: 'fire' | 'hold' | 'resume' | 'move' | 'stop' | 'run' | 'restart'; amount: number };
  const act: fc.Arbitrary<Act> = fc.record({
    hours: fc.integer({ min: 0, max: 8 }),
    kind: fc.constantFrom('fire', 'fire', 'hold', 'resume', 'move', 'stop', 'run', 'restart'),
    amount: fc.integer({ min: 1, max: 40 }),
  });

  test('no mark fires twice, early or out of order, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
        const own = newId<string>();
        let limit = limitOf(T0);
        let now = T0;
        at.test.clock.set(now);
        await sync(own, limit);
        for (const { hours: passed, kind, amount } of acts) {
          now += passed * HOUR;
          at.test.clock.set(now);
          if (kind === 'fire') await fireDueMarks(at.test.platform);
          else {
            if (kind === 'hold') limit = { ...limit, held: true };
            if (kind === 'resume' || kind === 'run') limit = { ...limit, held: false };
            if (kind === 'move') limit = { ...limit, due: due(hours(amount), limit.from) };
            if (kind === 'restart') limit = { ...limit, from: now, due: due(hours(amount), now), held: false };
            await sync(own, ...(kind === 'stop' ? [] : [limit]));
          }
        }
        limit = { ...limit, held: false };
        await sync(own, limit);
        await fire(now + 90 * DAY);
        const marks = await marksOf(at.test.platform.db, { aggregateType, aggregateId: own });
        expect(marks.every(({ plannedAt, firedAt }) => plannedAt <= firedAt)).toBe(true);
        const starts = Map.groupBy(marks, ({ from }) => from);
        for (const fromStart of starts.values()) {
          const order = fromStart.map(({ mark }) => mark);
          expect(order).toEqual(limitMarks.slice(0, order.length));
        }
        expect(starts.get(limit.from)?.map(({ mark }) => mark)).toEqual([...limitMarks]);
      }),
      { numRuns: 40 },
    );
  });
});
