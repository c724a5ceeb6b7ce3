import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fireDueMarks, marksOf } from '#server/modules/clocks/index.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, streetLamp, T0 } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { CaseId, RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { DAY, HOUR, MINUTE } from '#shared/kernel/time.ts';
import { tellMarks } from './index.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const api = async (person: Person) => callAs(at.test.platform, (await at.as(person)).actor);
async function inbox(person: Person, subjectId: string) {
  const { rows } = await (await api(person)).notifications.list({ limit: 200 });
  return rows.filter(({ subject }) => subject.id === subjectId).reverse();
}
const words = async (person: Person, subjectId: string) => (await inbox(person, subjectId)).map(({ text }) => text.zh);

async function act(person: Person, id: WhistleId, { action, input = {} }: { action: SentAction; input?: object }): Promise<void> {
  at.test.clock.advance(MINUTE);
  const row = await at.test.platform.db.whistle.findUnique({ where: { id }, select: { version: true } });
  const common = { whistleId: id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0 };
  await (await api(person)).dispatch.act(whistleCommand.parse({ action, input: { ...common, ...input } }));
}
const matter = () => ({
  ...{ whistleType: 'appeal', title: '28 号院地面起皮坑洼', reason: '社区没有经费', point: lampPoint, address: '四环胡同 28 号院' },
  ...{ caseIds: [], leadUnitId: at.departments.works, supportUnitIds: [at.departments.sanitation], areaM2: 1500, persons: 70 },
});

describe('a whistle', () => {
  test('calls each unit with the act to do, and tells the community when it means to come', async () => {
    const id = newId<WhistleId>();
    await act('secretary', id, { action: 'draft', input: matter() });
    await act('secretary', id, { action: 'blow' });
    await runQueue(at.test);
    expect((await inbox('streetOperator', id)).map(({ does, title }) => ({ does, title }))).toEqual([
      { does: 'approveBlow', title: '28 号院地面起皮坑洼' },
    ]);
    expect(await inbox('handler', id)).toEqual([]);
    await act('streetOperator', id, { action: 'approveBlow' });
    await runQueue(at.test);
    for (const person of ['handler', 'lead', 'supporter', 'supportLead'] as const)
      expect(
        (await inbox(person, id)).map(({ does, loud }) => `${loud} ${does}`),
        person,
      ).toEqual(['urgent acknowledge']);
    expect((await inbox('secondOperator', id)).map(({ settled }) => settled)).toContain(true);
    const eta = T0 + 3 * DAY + 6 * HOUR;
    const unitId = at.departments.works;
    await act('handler', id, { action: 'acknowledge', input: { unitId, person: '田力', phone: '18800004101', eta } });
    await runQueue(at.test);
    expect(await words('secretary', id)).toContain('works已应哨 W2611-01，预计 11-20 15:00 到场');
    // the unit has answered: nobody of it is asked again, the other unit still is
    expect((await inbox('lead', id)).map(({ settled }) => settled)).toEqual([true]);
    expect((await inbox('supporter', id)).map(({ settled }) => settled)).toEqual([false]);
    const rows = await at.test.platform.db.notification.findMany({ where: { subjectId: id } });
    expect(JSON.stringify(rows.map(({ params }) => params))).not.toMatch(/田力|188|号院/);
  });
});

describe('an objection', () => {
  async function objected(): Promise<WhistleId> {
    const id = newId<WhistleId>();
    await act('secretary', id, { action: 'draft', input: matter() });
    await act('secretary', id, { action: 'blow' });
    await act('streetOperator', id, { action: 'approveBlow' });
    await act('supportLead', id, {
      action: 'object',
      input: { unitId: at.departments.sanitation, reason: '不归我们', legalBasis: '第十二条' },
    });
    await runQueue(at.test);
    return id;
  }
  const told = async (id: WhistleId, topics: readonly string[]) => {
    const where = { subjectId: id, topic: { in: [...topics] } };
    const rows = await at.test.platform.db.notification.findMany({ where, select: { userId: true, topic: true, does: true } });
    const person = new Map(Object.entries(at.people).map(([name, userId]) => [userId as string, name]));
    return rows.map(({ userId, topic, does }) => `${topic} ${person.get(userId)} ${does}`).sort();
  };

  test('is a task of those of the street who may rule on it; of whoever approved the whistle it is none', async () => {
    expect(await told(await objected(), ['unitObjected', 'nobodyMay'])).toEqual(['unitObjected secondOperator overruleObjection']);
  });

  test('that nobody in post may rule on is told to the district, which can appoint somebody', async () => {
    const ended = { validTo: new Date(at.test.clock.now) };
    await at.test.platform.db.appointment.updateMany({ where: { userId: at.people.secondOperator }, data: ended });
    expect(await told(await objected(), ['unitObjected', 'nobodyMay'])).toEqual(['nobodyMay administrator null']);
    await at.test.platform.db.appointment.updateMany({ where: { userId: at.people.secondOperator }, data: { validTo: null } });
  });
});

describe('a clock', () => {
  async function dispatched(leadUnitId = at.departments.works): Promise<CaseId> {
    const id = await at.submit('resident', { point: { ...lampPoint, lng: 112.9071 } });
    await at.act('dispatcher', id, {
      ...{ action: 'register', kind: 'report', urgency: 'normal', categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code },
      ...{ point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
    });
    await at.act('streetOperator', id, { action: 'dispatch', leadUnitId, supportUnitIds: [], note: '' });
    return id;
  }
  const rung = async (id: CaseId) => {
    const rows = await at.test.platform.db.notification.findMany({ where: { subjectId: id, source: { startsWith: 'mark:' } } });
    const person = new Map(Object.entries(at.people).map(([name, userId]) => [userId as string, name]));
    return rows.map(({ userId, topic }) => `${topic} ${person.get(userId)}`).sort();
  };

  test('tells of limits that end together in one go, each to the unit that owes the step and to nobody else', async () => {
    at.test.clock.set(T0 + 2 * DAY);
    const { works, sanitation } = at.departments;
    const owing = [works, sanitation, works, sanitation];
    const ids: CaseId[] = [];
    for (const unit of owing) ids.push(await dispatched(unit));
    at.test.clock.advance(2 * HOUR);
    await fireDueMarks(at.test.platform);
    await runQueue(at.test);
    const told: string[][] = [];
    for (const id of ids) told.push((await rung(id)).filter((line) => line.startsWith('halfUsed')));
    expect(told).toEqual(owing.map((unit) => [`halfUsed ${unit === works ? 'handler' : 'supporter'}`]));
  });

  test('reminds whoever owes the step, then the lead, the street and the district, each once', async () => {
    at.test.clock.set(T0 + 6 * DAY);
    const id = await dispatched();
    const { platform, databaseUrl } = at.test;
    const steps: string[][] = [];
    // the sign limit of four working hours begins at nine: half, four fifths, the end, and the two steps up
    for (const wait of [2 * HOUR, HOUR + 3 * HOUR, 2 * HOUR]) {
      at.test.clock.advance(wait);
      await fireDueMarks(platform);
      await Promise.all([runQueue({ platform, databaseUrl }), runQueue({ platform, databaseUrl })]);
      steps.push(await rung(id));
    }
    expect(steps[0]).toContain('halfUsed handler');
    expect(steps.at(-1)).toEqual(expect.arrayContaining(['nearlyDue handler', 'overdue handler', 'overdue lead']));
    // the last word on a step stands alone
    expect(
      (await inbox('handler', id)).filter(({ kind, settled, does }) => kind === 'reminder' && does === 'sign' && !settled),
    ).toHaveLength(1);
    at.test.clock.advance(9 * DAY);
    await fireDueMarks(platform);
    await runQueue(at.test);
    const all = await rung(id);
    expect(all).toEqual(expect.arrayContaining(['raised streetOperator', 'raised secondOperator', 'raised administrator', 'raised lead']));
    const marks = await marksOf(platform.db, { aggregateType: 'case', aggregateId: id });
    expect(marks.length).toBeGreaterThan(5);
    await Promise.all([tellMarks(platform, marks), tellMarks(platform, marks)]);
    const doubles = await platform.db.$queryRaw`select "source" from "notification" group by "source", "user_id" having count(*) > 1`;
    expect(doubles).toEqual([]);
    expect(await rung(id)).toEqual(all);
  });
});
