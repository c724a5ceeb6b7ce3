import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Prisma } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { addJob } from '#server/platform/jobs.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CaseFixture, openCaseFixture, streetLamp } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import { TOWN_SINCE, townBuilder } from '#server/testing/town-builder.ts';
import { calendar2026 } from '#shared/calendar/calendar-sample.ts';

const SUBJECTS = 20;
const TASK = 'clocks.marked';
let at: CaseFixture;
/** Twenty dispatched cases of one unit whose time to sign is over; the limit of one was started for a district without a calendar. */
let caseIds: string[];
let markIds: string[];
let broken: string;
let elsewhere: string;

beforeAll(async () => {
  at = await openCaseFixture();
  const { db } = at.test.platform;
  elsewhere = (await townBuilder(at.test).unit('district', '无日历区', null)).id;
  const id = await at.submit('resident');
  await at.act('dispatcher', id, {
    ...{ action: 'register', kind: 'report', urgency: 'normal', categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code },
    ...{ point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
  });
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  await runQueue(at.test);
  const { snapshot, ...row } = await db.case.findUniqueOrThrow({ where: { id } });
  caseIds = Array.from({ length: SUBJECTS }, () => newId<string>());
  broken = caseIds[7] ?? '';
  await db.case.createMany({
    data: caseIds.map((caseId) => ({
      ...{ ...row, id: caseId, caseNo: null, grams: [] },
      snapshot: { ...(snapshot as Prisma.JsonObject), id: caseId },
    })),
  });
  const now = new Date(at.test.clock.now);
  const marks = await db.limitMark.createManyAndReturn({
    data: caseIds.map((aggregateId) => ({
      ...{ aggregateType: 'case', aggregateId, key: 'sign', no: 3, emergency: false },
      ...{ districtId: aggregateId === broken ? elsewhere : at.districtId, startedAt: now, dueAt: now, plannedAt: now, firedAt: now },
      holder: { kind: 'department', departmentId: at.departments.works },
      escalates: { departmentId: at.departments.works, unitPath: at.units.n1.path },
    })),
    select: { id: true },
  });
  markIds = marks.map((mark) => String(mark.id));
});
afterAll(() => at.close());

const queued = () =>
  at.test.platform.db.$queryRaw<{ markIds: string[]; attempts: number; error: string | null }[]>`
    select j."payload" -> 'markIds' as "markIds", j."attempts"::int as "attempts", j."last_error" as "error"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t."id" = j."task_id" where t."identifier" = ${TASK}`;
const setAttempts = (attempts: number) =>
  at.test.platform.db
    .$executeRaw`update graphile_worker._private_jobs set "attempts" = ${attempts}, "run_at" = now() where "last_error" is not null`;
/** Who was told of each case, as often as they were. */
async function told(): Promise<Map<string, string[]>> {
  const notices = await at.test.platform.db.notification.findMany({ where: { subjectId: { in: caseIds } } });
  const bySubject = Map.groupBy(notices, ({ subjectId }) => subjectId);
  return new Map(caseIds.map((id) => [id, (bySubject.get(id) ?? []).map(({ userId }) => userId).sort()]));
}

test('one case that cannot be told of keeps nobody else waiting, is tried again alone, stays visible and is told once in the end', async () => {
  const { db } = at.test.platform;
  const unit = [at.people.handler, at.people.lead].sort();
  const allBut = new Map(caseIds.map((id) => [id, id === broken ? [] : unit]));
  const alone = { markIds: [markIds[7]], error: expect.stringContaining('notFound') };
  const fire = () => inTransaction(at.test.platform, (tx) => addJob(tx, { task: TASK, payload: { markIds } }));

  await fire();
  await runQueue(at.test);
  expect(await told()).toEqual(allBut);
  expect(await queued()).toEqual([{ ...alone, attempts: 1 }]);

  // a job that runs twice tells nobody twice, nor does it ask twice
  await fire();
  await runQueue(at.test);
  expect(await told()).toEqual(allBut);
  expect(await queued()).toHaveLength(1);

  await setAttempts(24);
  await runQueue(at.test);
  await runQueue(at.test);
  expect(await queued()).toEqual([{ ...alone, attempts: 25 }]);

  await db.calendarVersion.create({
    data: {
      ...{ id: newId<string>(), districtId: elsewhere, version: 1, calendar: calendar2026, source: 'test' },
      ...{ createdAt: TOWN_SINCE, createdBy: newId<string>() },
    },
  });
  await setAttempts(0);
  await runQueue(at.test);
  await fire();
  await runQueue(at.test);
  expect(await told()).toEqual(new Map(caseIds.map((id) => [id, unit])));
  expect(await queued()).toEqual([]);
});
