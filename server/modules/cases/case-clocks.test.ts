import { afterAll, beforeAll, expect, test } from 'vitest';
import { fireDueMarks, marksOf } from '#server/modules/clocks/index.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, openCaseFixture, streetLamp, T0 } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { caseAggregate } from './case-history.ts';
import { askForUnwatched } from './case-tasks.ts';
import { recomputeCaseDues } from './commands/recompute-case-dues.ts';
import { readCase } from './queries/read-case.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const order = {
  kind: 'report',
  urgency: 'normal',
  point: null,
  address: null,
  unitId: null,
  duplicateOfId: null,
  notDuplicate: true,
} as const;

async function dispatched(): Promise<CaseId> {
  at.test.clock.set(T0);
  const id = await at.submit('resident');
  const { scheme: categoryScheme, code: categoryCode } = streetLamp;
  await at.act('dispatcher', id, { action: 'register', ...order, categoryScheme, categoryCode });
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  return id;
}
const watched = async (id: CaseId) =>
  (await at.test.platform.db.runningLimit.findMany({ where: { aggregateId: id }, orderBy: { key: 'asc' } })).map(
    ({ key, held, nextAt }) => ({
      key,
      held,
      nextAt: nextAt?.getTime() ?? null,
    }),
  );

test('the clocks of a case follow its steps: who owes what, held and not, and nothing once it is over', async () => {
  const id = await dispatched();
  expect((await watched(id)).map(({ key }) => key)).toEqual(['contact', 'finish', 'sign']);
  at.test.clock.advance(2 * HOUR);
  await fireDueMarks(at.test.platform);
  await at.act('handler', id, { action: 'sign' });
  expect((await watched(id)).map(({ key }) => key)).toEqual(['contact', 'finish']);
  const [mark] = await marksOf(at.test.platform.db, caseAggregate(id));
  expect(mark).toMatchObject({
    ...{ key: 'sign', mark: 'remind50', plannedAt: T0 + 2 * HOUR, firedAt: T0 + 2 * HOUR },
    holder: { kind: 'department', departmentId: at.departments.works },
    escalates: { departmentId: at.departments.works, unitPath: at.units.n1.path },
  });
  expect((await readCase(await at.as('handler'), id)).marks).toEqual([
    { limit: 'sign', mark: 'remind50', plannedAt: T0 + 2 * HOUR, firedAt: T0 + 2 * HOUR },
  ]);
  await at.act('lead', id, { action: 'requestHold', obstacle: '停电', nextReviewAt: T0 + 9 * DAY });
  // asked at eleven: one working day, half of its office hours from here to its close
  expect((await watched(id)).filter(({ key }) => key === 'hold')).toEqual([
    { key: 'hold', held: false, nextAt: Date.parse('2026-11-18T01:45:00Z') },
  ]);
  await at.act('secretary', id, { action: 'approveHold' });
  const halfway = T0 + 2 * HOUR + (7 * DAY + 22 * HOUR + DAY) / 2;
  const held = [
    { key: 'contact', held: true, nextAt: null },
    { key: 'finish', held: true, nextAt: null },
    { key: 'review', held: false, nextAt: halfway },
  ];
  expect(await watched(id)).toEqual(held);
  // as an earlier version left it: nobody watched the review
  await at.test.platform.db.runningLimit.deleteMany({ where: { aggregateId: id, key: 'review' } });
  for (const _start of [1, 2]) {
    await askForUnwatched(at.test.platform);
    await runQueue(at.test);
  }
  expect(await watched(id)).toEqual(held);
  await at.act('secretary', id, { action: 'supervise', level: 'normal', until: T0 + 2 * DAY, recipient: '', note: '尽快' });
  expect((await watched(id)).find(({ key }) => key === 'supervision')).toMatchObject({ held: false, nextAt: T0 + 25 * HOUR });
  await at.act('dispatcher', id, { action: 'requestVoid', reason: 'testData', note: '演练' });
  await at.act('secondDispatcher', id, { action: 'approveVoid' });
  expect(await watched(id)).toEqual([]);
});

test('a new calendar moves every due time that runs, shows old and new, and plans the marks that have not fired anew', async () => {
  const id = await dispatched();
  const { db } = at.test.platform;
  const before = (await readCase(await at.as('handler'), id)).snapshot;
  at.test.clock.set(T0 + 2 * HOUR);
  await fireDueMarks(at.test.platform);
  const last = await db.calendarVersion.findFirstOrThrow({ where: { districtId: at.districtId }, orderBy: { version: 'desc' } });
  // the day after tomorrow becomes a day of rest
  const days = { '2026-11-19': { date: '2026-11-19', off: true, name: '停工' } };
  const row = {
    id: newId<string>(),
    districtId: at.districtId,
    version: 2,
    source: 'test',
    createdAt: new Date(T0),
    createdBy: newId<string>(),
  };
  await db.calendarVersion.create({ data: { ...row, calendar: { ...(last.calendar as object), version: 2, days } } });
  expect(await recomputeCaseDues(at.test.platform, at.districtId)).toBe(1);
  const { snapshot, timeline, clock } = await readCase(await at.as('handler'), id);
  expect([before.finishDue?.at, snapshot.finishDue?.at]).toEqual([Date.parse('2026-11-24T10:00:00Z'), Date.parse('2026-11-25T10:00:00Z')]);
  expect(timeline.at(-1)).toMatchObject({
    event: { type: 'DueRecomputed' },
    moves: [{ due: 'finishDue', from: before.finishDue, to: snapshot.finishDue }],
  });
  const stored = await db.case.findUniqueOrThrow({ where: { id } });
  expect([stored.clockLimit, stored.clockSoonAt?.getTime()]).toEqual(['sign', clock.soonAt]);
  const finish = await db.runningLimit.findFirstOrThrow({ where: { aggregateId: id, key: 'finish' } });
  expect(finish.marks.slice(0, 3).map((mark) => mark.getTime())).toEqual([
    snapshot.finishDue?.halfAt,
    snapshot.finishDue?.soonAt,
    snapshot.finishDue?.at,
  ]);
  const sign = await db.runningLimit.findFirstOrThrow({ where: { aggregateId: id, key: 'sign' } });
  expect([sign.done, sign.nextAt?.getTime()]).toEqual([1, snapshot.signDue?.soonAt]);
  expect(await recomputeCaseDues(at.test.platform, at.districtId)).toBe(0);
});

test('whoever ordered a supervision is held to the judgement of its reply, also of one that an earlier version took', async () => {
  const id = await dispatched();
  await at.act('secretary', id, { action: 'supervise', level: 'normal', until: at.test.clock.now + 2 * DAY, recipient: '', note: '尽快' });
  await at.act('handler', id, { action: 'acknowledgeSupervision' });
  await at.act('handler', id, { action: 'replySupervision', text: '明天', photoIds: [] });
  const judging = async () => (await watched(id)).filter(({ key }) => key === 'judging' || key === 'supervision');
  const running = await judging();
  expect(running.map(({ key }) => key)).toEqual(['judging']);
  const { db } = at.test.platform;
  await db.$executeRaw`update "case" set "snapshot" = "snapshot" #- '{supervision,reply,due}' where "id" = ${id}::uuid`;
  await db.runningLimit.deleteMany({ where: { aggregateId: id, key: 'judging' } });
  for (const _start of [1, 2]) {
    await askForUnwatched(at.test.platform);
    await runQueue(at.test);
  }
  expect(await judging()).toEqual(running);
  expect((await readCase(await at.as('secretary'), id)).timeline.filter(({ event }) => event.type === 'DueRecomputed')).toHaveLength(1);
  await at.act('secretary', id, { action: 'closeSupervision', note: '' });
  expect(await judging()).toEqual([]);
});
