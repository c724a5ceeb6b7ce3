import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CaseFixture, openCaseFixture, T0 } from '#server/testing/case-fixture.ts';
import { calendar2026 } from '#shared/calendar/calendar-sample.ts';
import type { Limit } from '#shared/calendar/calendar-schema.ts';
import type { RunningLimit } from '#shared/clocks/clocks-schema.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#shared/kernel/time.ts';
import { nextMarkAt } from './clocks-store.ts';
import { fireDueMarks } from './commands/fire-due-marks.ts';
import { syncLimits } from './commands/sync-limits.ts';
import { marksOf } from './queries/marks-of.ts';

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
beforeEach(() => {
  id = newId();
  at.test.clock.set(T0);
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
});
