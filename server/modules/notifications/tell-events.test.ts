import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Platform } from '#server/platform/context.ts';
import { APPENDED_TASK } from '#server/platform/events.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY, HOUR, MINUTE } from '#shared/kernel/time.ts';
import type { Notice } from '#shared/notifications/notices-dto.ts';
import { tellEvents } from './index.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const register = {
  action: 'register',
  kind: 'report',
  urgency: 'normal',
  categoryScheme: streetLamp.scheme,
  categoryCode: streetLamp.code,
  point: null,
  address: null,
  unitId: null,
  duplicateOfId: null,
  notDuplicate: true,
} as const;
const far = { ...lampPoint, lng: 112.9061 };

const api = async (person: Person) => callAs(at.test.platform, (await at.as(person)).actor);
/** Everything in somebody's inbox about a case, oldest first. */
async function inbox(person: Person, caseId?: CaseId): Promise<Notice[]> {
  const { rows } = await (await api(person)).notifications.list({ limit: 200 });
  return rows.filter(({ subject }) => caseId === undefined || subject.id === caseId).reverse();
}
const words = async (person: Person, caseId: CaseId) => (await inbox(person, caseId)).map(({ text }) => text.zh);
const numberOf = async (id: CaseId) => (await at.test.platform.db.case.findUniqueOrThrow({ where: { id } })).caseNo ?? '';

async function dispatched(): Promise<CaseId> {
  const id = await at.submit('resident');
  at.test.clock.advance(MINUTE);
  await at.act('dispatcher', id, register);
  at.test.clock.advance(MINUTE);
  const supportUnitIds = [at.departments.sanitation];
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds, note: '' });
  return id;
}

describe('who finds what in the inbox', () => {
  test('a case on its way: the task is where the work is, and leaves the inbox when it is done', async () => {
    const id = await dispatched();
    await runQueue(at.test);
    const no = await numberOf(id);
    expect((await inbox('handler', id)).map(({ kind, does, read }) => ({ kind, does, read }))).toEqual([
      { kind: 'task', does: 'sign', read: false },
    ]);
    expect(await words('handler', id)).toEqual([`${no} 派给你单位，请在 11-17 14:32 前签收`]);
    expect(await words('supporter', id)).toEqual([`${no} 派出，你单位协办`]);
    expect((await inbox('lead', id)).map(({ kind, does }) => ({ kind, does }))).toEqual([{ kind: 'progress', does: null }]);
    expect(await words('resident', id)).toEqual([`您反映的事已立案，编号 ${no}，11-24 18:00 前答复`, `您反映的事（${no}）已派给works`]);
    // the second dispatcher has nothing to register any more; the first is not told of the own act
    expect((await inbox('secondDispatcher', id)).map(({ does, settled, read }) => ({ does, settled, read }))).toEqual([
      { does: 'register', settled: true, read: true },
    ]);
    for (const person of ['teamHandler', 'southGridWorker', 'neighbour', 'auditor', 'inspector'] as const)
      expect(await inbox(person, id), person).toEqual([]);
    at.test.clock.advance(MINUTE);
    await at.act('handler', id, { action: 'sign' });
    await runQueue(at.test);
    expect((await inbox('handler', id)).map(({ settled, read }) => ({ settled, read }))).toEqual([{ settled: true, read: true }]);
    expect((await inbox('supporter', id)).map(({ does }) => does)).toEqual([null, 'recordSupportResult']);
    expect(await words('resident', id)).toContain(`works已签收 ${no}，11-24 18:00 前办结`);
  });

  test('no sentence that may leave the house names a person, a place or what was reported', async () => {
    const rows = await at.test.platform.db.notification.findMany();
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows.map(({ params }) => params))).not.toMatch(/王|建设路|路灯|188/);
  });

  test('an emergency is loud, and the nearest grid worker verifies', async () => {
    const id = await at.submit('neighbour', { point: far });
    await at.act('dispatcher', id, { action: 'requestVerification', note: '' });
    await runQueue(at.test);
    expect((await inbox('gridWorker', id)).map(({ does }) => does)).toEqual(['answerVerification']);
    expect(await inbox('otherGridWorker', id)).toEqual([]);
    await at.act('gridWorker', id, { action: 'answerVerification', isTrue: true, note: '', photoIds: [await at.photo('gridWorker')] });
    await at.act('dispatcher', id, { ...register, urgency: 'emergency' });
    await runQueue(at.test);
    expect((await inbox('streetOperator', id)).map(({ loud }) => loud)).toEqual(['emergency']);
  });

  test('without the post the inbox holds nothing of it, and the count says so', async () => {
    const id = await dispatched();
    await runQueue(at.test);
    const { db } = at.test.platform;
    const leaving = await api('supportLead');
    expect((await leaving.notifications.unreadCount()).total).toBeGreaterThan(0);
    const post = await db.appointment.findFirstOrThrow({ where: { userId: at.people.supportLead } });
    await db.appointment.update({ where: { id: post.id }, data: { validTo: new Date(at.test.clock.now) } });
    expect(await inbox('supportLead')).toEqual([]);
    expect(await (await api('supportLead')).notifications.unreadCount()).toEqual({ total: 0, byKind: {} });
    await at.act('dispatcher', id, { action: 'addNote', note: '再看看', photoIds: [] });
    await runQueue(at.test);
    expect(await db.notification.count({ where: { userId: at.people.supportLead, topic: 'noted' } })).toBe(0);
    await db.appointment.update({ where: { id: post.id }, data: { validTo: null } });
  });
});

describe('exactly once', () => {
  const payloadOf = async (aggregateId: CaseId) => {
    const toSeq = await at.test.platform.db.domainEvent.count({ where: { aggregateId } });
    return { aggregateType: 'case', aggregateId, fromSeq: 1, toSeq };
  };
  const count = (id: CaseId) => at.test.platform.db.notification.count({ where: { source: { startsWith: `case:${id}:` } } });

  test('one job for the events of a decision, in its own transaction', async () => {
    const id = await dispatched();
    const { db } = at.test.platform;
    const jobs = await db.$queryRaw<
      { n: number }[]
    >`select count(*)::int "n" from graphile_worker.jobs where task_identifier = ${APPENDED_TASK}`;
    const events = await db.domainEvent.count({ where: { aggregateId: id } });
    expect(jobs[0]?.n).toBe(events);
    await runQueue(at.test);
  });

  test('the job runs twice, two workers run it at once, one dies before it is done', async () => {
    const id = await dispatched();
    const payload = await payloadOf(id);
    const { platform } = at.test;
    const dying = {
      ...platform,
      db: {
        $transaction: (work: never) =>
          platform.db.$transaction(async (tx) => {
            await (work as (inner: unknown) => Promise<void>)(tx);
            throw new Error('power cut');
          }),
      },
    } as unknown as Platform;
    await expect(tellEvents(dying, payload)).rejects.toThrow('power cut');
    expect(await count(id)).toBe(0);
    await Promise.all([tellEvents(platform, payload), tellEvents(platform, payload), runQueue(at.test), runQueue(at.test)]);
    const once = await count(id);
    await tellEvents(platform, payload);
    expect(await count(id)).toBe(once);
    const doubles = await platform.db.$queryRaw`select "source" from "notification" group by "source", "user_id" having count(*) > 1`;
    expect([once > 5, doubles]).toEqual([true, []]);
  });

  test('followers of a joined case hear each answer once, each with the own case to open', async () => {
    const main = await at.submit('resident', { point: { ...lampPoint, lng: 112.9033 } });
    await at.act('dispatcher', main, register);
    // joined to it: a neighbour's case, and to that one a second case of the first resident and one of a third person
    const joined = await at.submit('neighbour', { point: { ...lampPoint, lng: 112.9033 } });
    await at.act('dispatcher', joined, { ...register, notDuplicate: false, duplicateOfId: main });
    const again = await at.submit('resident', { point: { ...lampPoint, lng: 112.9033 } });
    await at.act('dispatcher', again, { ...register, notDuplicate: false, duplicateOfId: joined });
    await at.act('dispatcher', main, { action: 'dispatch', leadUnitId: at.departments.northTeam, supportUnitIds: [], note: '' });
    at.test.clock.advance(HOUR);
    await at.act('teamHandler', main, { action: 'sign' });
    const photoIds = [await at.photo('teamHandler')];
    await at.act('teamHandler', main, { action: 'submitFeedback', result: '换了灯泡', photoIds, costFen: null });
    const evidence = { photoIds: [await at.photo('inspector')], documentIds: [], position: { ...lampPoint, lng: 112.9033 } };
    await at.act('inspector', main, { action: 'inspectPass', note: '', ...evidence });
    await runQueue(at.test);
    const answers = await at.test.platform.db.notification.findMany({ where: { source: { startsWith: `case:${main}:` }, kind: 'answer' } });
    const heard = (userId: string) => answers.filter((row) => row.userId === userId).map(({ topic, subjectId }) => `${topic} ${subjectId}`);
    expect(heard(at.people.resident).sort()).toEqual(
      ['closed', 'dispatched', 'fedBack', 'registered', 'signed'].map((topic) => `${topic} ${main}`),
    );
    // registered came before the neighbour joined: told late it is told once, like the rest
    expect(new Set(heard(at.people.neighbour)).size).toBe(heard(at.people.neighbour).length);
    expect(heard(at.people.neighbour)).toEqual(expect.arrayContaining([`fedBack ${joined}`, `closed ${joined}`]));
    expect(await words('neighbour', joined)).toContain(`您反映的事（${await numberOf(joined)}）核查过，已结案，请评一评`);
  });
});

describe('the unread count', () => {
  test('is what the unread list shows, whatever happens in whatever order', async () => {
    let seed = 20261117;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const { db } = at.test.platform;
    const readers = ['resident', 'handler', 'lead', 'secondDispatcher', 'streetOperator'] as const;
    for (let step = 0; step < 60; step += 1) {
      const reader = readers[random(readers.length)] ?? 'resident';
      const mine = await api(reader);
      switch (random(6)) {
        case 0:
          await dispatched();
          break;
        case 1:
          await runQueue(at.test);
          break;
        case 2: {
          const [row] = await inbox(reader);
          if (row) await mine.notifications.markRead({ upTo: row.id });
          break;
        }
        case 3: {
          const ids = (await inbox(reader)).slice(-2).map(({ id }) => id);
          await mine.notifications.markRead({ ids: [...ids, randomUUID()] });
          break;
        }
        case 4:
          await db.appointment.updateMany({
            where: { userId: at.people[reader] },
            data: { validTo: step % 2 ? null : new Date(at.test.clock.now - DAY) },
          });
          break;
        default:
          at.test.clock.advance(MINUTE);
      }
      for (const person of readers) {
        const one = await api(person);
        const { rows } = await one.notifications.list({ unread: true, limit: 200 });
        const count = await one.notifications.unreadCount();
        expect(count.total, `${person} after step ${step}`).toBe(rows.length);
        for (const [kind, n] of Object.entries(count.byKind)) expect(rows.filter((row) => row.kind === kind).length).toBe(n);
      }
      await db.appointment.updateMany({ where: { userId: { in: Object.values(at.people) } }, data: { validTo: null } });
    }
  });

  test('nobody reads another one’s notices away', async () => {
    await db().appointment.updateMany({ data: { validTo: null } });
    const id = await dispatched();
    await runQueue(at.test);
    const [notice] = await inbox('handler', id);
    expect(await (await api('lead')).notifications.markRead({ ids: [notice?.id ?? ''] })).toEqual({ changed: 0 });
    expect((await inbox('handler', id))[0]?.read).toBe(false);
    expect(await (await api('handler')).notifications.markRead({ ids: [notice?.id ?? ''] })).toEqual({ changed: 1 });
  });
});
const db = () => at.test.platform.db;
