import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { seededRandom } from '#prisma/seed/seeded-random.ts';
import { projectRoot } from '#server/platform/env.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CaseFixture, openCaseFixture, T0 } from '#server/testing/case-fixture.ts';
import { limitMarks, type RunningLimit } from '#shared/clocks/clocks-schema.ts';
import { HOUR, MINUTE } from '#shared/kernel/time.ts';
import { syncLimits } from './commands/sync-limits.ts';
import { toldMarks } from './testing-told-marks.ts';

const aggregateType = 'test';
const LIMITS = 2_000;
const KILLS = 12;
/** One second of the machine is ten minutes of the product: all marks lie within 90 minutes. */
const SPEED = 600;

let at: CaseFixture;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  at = await openCaseFixture();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});
afterAll(() => at.close());

/** A server's clocks as a process of their own; they go by a clock that stands at T0 at the machine's `zero`. */
function startClocks(zero: number): ChildProcess {
  const args = ['--from', String(T0), '--zero', String(zero), '--speed', String(SPEED)];
  const { env } = at.test.platform;
  const child = fork(join(projectRoot, 'server/testing/clock-process.ts'), args, {
    execArgv: [],
    env: { PATH: process.env['PATH'], DATA_DIR: env.dataDir, DATABASE_URL: at.test.databaseUrl, LOG_LEVEL: 'silent' },
  });
  children.add(child);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await exit;
  children.delete(child);
}

test('clocks that are killed at any point and started again fire every mark once, and tell of each once', async () => {
  const { db } = at.test.platform;
  const chance = seededRandom(Date.now());
  const unitPath = at.units.n1.path;
  const limits = Array.from({ length: LIMITS }, (): RunningLimit => {
    const due = T0 + chance.between(5, 60) * MINUTE;
    return {
      ...{ key: 'sign', from: T0 - HOUR, held: false, emergency: true },
      due: { at: due, provisional: false, calendarVersion: 1, halfAt: due - 4 * MINUTE, soonAt: due - 2 * MINUTE },
      holder: { kind: 'role', role: 'dispatcher', unitPath },
      escalates: { departmentId: null, unitPath },
    };
  });
  const aggregates = limits.map((limit) => ({ id: newId<string>(), limits: [limit] }));
  await inTransaction(at.test.platform, (tx) => syncLimits(tx, { aggregateType, districtId: at.districtId, at: T0, aggregates }));

  const all = LIMITS * limitMarks.length;
  const zero = Date.now();
  let [running, other] = [startClocks(zero), startClocks(zero)];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const enough = Math.min(all - 1, Math.floor(((kill - 1) * all) / KILLS) + chance.between(1, all / KILLS));
    await vi.waitFor(async () => expect(await db.limitMark.count()).toBeGreaterThanOrEqual(enough), { timeout: 60_000, interval: 7 });
    await killed(running);
    [running, other] = [other, startClocks(zero)];
  }
  await vi.waitFor(async () => expect(await db.runningLimit.count({ where: { nextAt: { not: null } } })).toBe(0), { timeout: 60_000 });

  const marks = await db.limitMark.findMany({ select: { id: true, aggregateId: true, no: true, plannedAt: true, firedAt: true } });
  expect(marks).toHaveLength(all);
  expect(marks.filter(({ plannedAt, firedAt }) => firedAt < plannedAt)).toEqual([]);
  const fired = Map.groupBy(marks, ({ aggregateId }) => aggregateId);
  for (const { id } of aggregates)
    expect(
      fired
        .get(id)
        ?.map(({ no }) => no)
        .toSorted(),
    ).toEqual([1, 2, 3, 4, 5]);
  const ids = marks.map(({ id }) => String(id));
  expect((await toldMarks(db, new Set(ids))).toSorted()).toEqual(ids.toSorted());
}, 180_000);
