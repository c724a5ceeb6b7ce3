import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstBrokenLink, readEvents } from '#server/platform/events.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, lampPoint, openCaseFixture, report, streetLamp } from '#server/testing/case-fixture.ts';
import type { CaseState } from '#shared/cases/cases-schema.ts';
import { replayCase } from '#shared/cases/evolve-case.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { caseAggregate, readHistory } from '../case-history.ts';
import { caseColumns, findCase } from '../case-store.ts';
import { performCaseAction } from './perform-case-action.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const stateOf = async (id: CaseId) => (await snapshotOf(id)).state;
const snapshotOf = async (id: CaseId) => {
  const stored = await findCase(at.test.platform.db, id);
  if (!stored) throw new Error('no such case');
  return stored.snapshot;
};

/** The row, its columns and the chain of a case are what its events lead to. */
async function expectSound(id: CaseId) {
  const { db } = at.test.platform;
  const row = await db.case.findUniqueOrThrow({ where: { id } });
  const replayed = replayCase(await readHistory(db, id));
  expect(replayed).toEqual(row.snapshot);
  if (replayed) expect(row).toMatchObject(caseColumns(replayed, { districtId: row.districtId, description: row.description }));
  expect(firstBrokenLink(await readEvents(db, caseAggregate(id)))).toBeNull();
}

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

async function registered(over: Partial<Parameters<CaseFixture['submit']>[1]> = {}) {
  const id = await at.submit('resident', over);
  await at.act('dispatcher', id, register);
  return id;
}
async function inProgress(supports = true) {
  const id = await registered();
  const supportUnitIds = supports ? [at.departments.sanitation] : [];
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds, note: '' });
  at.test.clock.advance(HOUR);
  await at.act('handler', id, { action: 'sign' });
  return id;
}
async function closed() {
  const id = await inProgress(false);
  await at.act('handler', id, { action: 'submitFeedback', result: '换了灯泡', photoIds: [await at.photo('handler')], costFen: 3500 });
  const inspection = { photoIds: [await at.photo('inspector')], documentIds: [], position: lampPoint };
  await at.act('inspector', id, { action: 'inspectPass', note: '', ...inspection });
  return id;
}

describe('the main path through the real commands', () => {
  test('a report becomes a numbered order, is handled, inspected and reviewed', async () => {
    const id = await at.submit('resident');
    expect(await snapshotOf(id)).toMatchObject({
      state: 'reported',
      title: '路灯不亮了，晚上看不见路',
      unitId: at.units.n1.id,
      communityId: at.units.north.id,
      applicantId: at.people.resident,
      acceptDue: { provisional: false },
    });
    await at.act('dispatcher', id, { action: 'requestVerification', note: '去看看' });
    await at.act('gridWorker', id, { action: 'answerVerification', isTrue: true, note: '', photoIds: [await at.photo('gridWorker')] });
    await at.act('dispatcher', id, register);
    expect((await snapshotOf(id)).caseNo).toMatch(/^2611-\d{4}$/);
    await at.act('streetOperator', id, {
      action: 'dispatch',
      leadUnitId: at.departments.works,
      supportUnitIds: [at.departments.sanitation],
      note: '',
    });
    await at.act('lead', id, { action: 'object', reason: '不归我们', legalBasis: '第十二条' });
    await at.act('secondOperator', id, { action: 'overruleObjection', ruling: '首接负责' });
    await at.act('handler', id, { action: 'sign' });
    at.test.clock.advance(HOUR);
    await at.act('handler', id, { action: 'contact', way: 'phone', outcome: 'reached', note: '', contactAt: at.test.clock.now });
    await at.act('handler', id, { action: 'requestExtension', reason: '配件未到', limit: { amount: 3, unit: 'workingDays' } });
    await at.act('secondOperator', id, { action: 'grantExtension' });
    await at.act('lead', id, { action: 'requestHold', obstacle: '停电检修', nextReviewAt: at.test.clock.now + 3 * DAY });
    await at.act('secretary', id, { action: 'approveHold' });
    expect(await at.test.platform.db.case.findUniqueOrThrow({ where: { id } })).toMatchObject({ clockDueAt: null, state: 'onHold' });
    at.test.clock.advance(2 * DAY);
    await at.act('lead', id, { action: 'resume' });
    await at.act('supporter', id, { action: 'recordSupportResult', unitId: at.departments.sanitation, done: true, text: '清了现场' });
    await at.act('secretary', id, { action: 'supervise', level: 'urgent', until: at.test.clock.now + DAY, recipient: '市政', note: '' });
    await at.act('handler', id, { action: 'acknowledgeSupervision' });
    await at.act('handler', id, { action: 'replySupervision', text: '配件到了', photoIds: [] });
    await at.act('secretary', id, { action: 'returnSupervision', reason: '没写哪天' });
    await at.act('lead', id, { action: 'replySupervision', text: '今天换完', photoIds: [await at.photo('lead')] });
    await at.act('secretary', id, { action: 'closeSupervision', note: '' });
    await at.act('gridWorker', id, { action: 'addNote', note: '还没亮', photoIds: [] });
    const feedback = { action: 'submitFeedback', result: '换好了', costFen: null } as const;
    await at.act('handler', id, { ...feedback, photoIds: [await at.photo('handler')] });
    const evidence = { documentIds: [], position: lampPoint };
    await at.act('inspector', id, { action: 'inspectFail', reason: '又灭了', photoIds: [await at.photo('inspector')], ...evidence });
    await at.act('handler', id, { ...feedback, photoIds: [await at.photo('handler')] });
    await at.act('gridWorker', id, { action: 'inspectPass', note: '', photoIds: [await at.photo('gridWorker')], ...evidence });
    await at.act('callbackOfficer', id, { action: 'tryCallback', way: 'phone' });
    await at.act('resident', id, { action: 'recordCallback', solved: 'yes', rating: 5, note: '谢谢' });
    expect(await snapshotOf(id)).toMatchObject({
      ...{ state: 'reviewed', reworkCount: 1, extensionCount: 1, holdCount: 1, callback: { solved: 'yes' } },
      ...{ supervision: { state: 'closed', returnCount: 1 }, supervisionCounts: { normal: 0, urgent: 1, final: 0 } },
    });
    await expectSound(id);
  });

  test('the ways aside: decline, divert, self-handle, uphold, refusals of requests, void, unreachable, reopen', async () => {
    const ends: [CaseId, CaseState][] = [];
    const declined = await at.submit('resident');
    await at.act('dispatcher', declined, { action: 'decline', reason: 'notWithinScope', note: '' });
    ends.push([declined, 'declined']);
    const diverted = await at.submit('resident');
    await at.act('dispatcher', diverted, { action: 'divert', exit: 'emergencyLine', note: '' });
    ends.push([diverted, 'diverted']);
    const own = await at.submit('gridWorker', { source: 'gridWorker', photoIds: [await at.photo('gridWorker')] });
    const after = { beforePhotoIds: [], afterPhotoIds: [await at.photo('gridWorker')] };
    await at.act('gridWorker', own, { action: 'selfHandle', result: '拧紧了', ...after });
    ends.push([own, 'feedback']);
    const upheld = await registered();
    await at.act('dispatcher', upheld, { action: 'dispatch', leadUnitId: at.departments.northTeam, supportUnitIds: [], note: '' });
    await at.act('dispatcher', upheld, { action: 'requestVoid', reason: 'withdrawn', note: '居民撤回' });
    await at.act('secondDispatcher', upheld, { action: 'refuseVoid', note: '' });
    await at.act('dispatcher', upheld, { action: 'requestVoid', reason: 'withdrawn', note: '居民撤回' });
    await at.act('secondDispatcher', upheld, { action: 'approveVoid' });
    ends.push([upheld, 'void']);
    const objected = await registered();
    await at.act('streetOperator', objected, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
    await at.act('lead', objected, { action: 'object', reason: '不归我们', legalBasis: '第十二条' });
    await at.act('secondOperator', objected, { action: 'upholdObjection', ruling: '确实不归' });
    ends.push([objected, 'registered']);
    const work = await inProgress();
    await at.act('handler', work, { action: 'requestExtension', reason: '配件', limit: { amount: 1, unit: 'workingDays' } });
    await at.act('streetOperator', work, { action: 'refuseExtension', reason: '够时间' });
    await at.act('lead', work, { action: 'requestHold', obstacle: '无', nextReviewAt: at.test.clock.now + DAY });
    await at.act('secretary', work, { action: 'refuseHold', reason: '能办' });
    ends.push([work, 'inProgress']);
    const silent = await closed();
    for (const _ of [1, 2, 3]) await at.act('callbackOfficer', silent, { action: 'tryCallback', way: 'phone' });
    await at.act('callbackOfficer', silent, { action: 'markUnreachable' });
    await at.act('callbackOfficer', silent, { action: 'reopen', ground: 'complaintVerified', reason: '来电话说没好' });
    ends.push([silent, 'inProgress']);
    for (const [id, state] of ends) {
      expect(await stateOf(id)).toBe(state);
      await expectSound(id);
    }
  });
});

describe('what a refused or repeated action leaves behind', () => {
  const everything = async () => {
    const { db } = at.test.platform;
    const [cases, events, requests, jobs, counters, files] = await Promise.all([
      db.case.findMany({ orderBy: { id: 'asc' } }),
      db.domainEvent.count(),
      db.performedRequest.count(),
      db.$queryRaw`select count(*)::int as jobs from graphile_worker.jobs`,
      db.caseCounter.findMany(),
      db.storedFile.findMany({ orderBy: { id: 'asc' } }),
    ]);
    return { cases, events, requests, jobs, counters, files };
  };

  test('a refusal leaves one audit line and no other trace', async () => {
    const { db } = at.test.platform;
    const id = await at.submit('resident');
    const before = await everything();
    const audits = await db.auditLine.count();
    const unknown = newId<CaseId>();
    const tries: [() => Promise<unknown>, string][] = [
      [() => at.act('resident', id, register), 'notYourRole'],
      [() => at.act('dispatcher', id, { ...register, expectedVersion: 7 }), 'staleVersion'],
      [() => at.act('dispatcher', id, { ...register, categoryCode: 'none' }), 'categoryUnknown'],
      [() => at.act('dispatcher', id, { ...register, notDuplicate: false }), 'duplicatesNotAcknowledged'],
      [() => at.act('southGridWorker', id, { action: 'addNote', note: 'x', photoIds: [] }), 'notFound'],
      [() => at.act('handler', id, { action: 'sign' }), 'notFound'],
      [() => at.act('gridWorker', id, { action: 'addNote', note: 'x', photoIds: [newId()] }), 'fileUnknown'],
      [() => at.submit('neighbour', { caseId: id }), 'alreadyReported'],
      [() => at.submit('gridWorker', { source: 'gridWorker' }), 'photoMissing'],
      [
        async () =>
          performCaseAction(await at.as('dispatcher'), {
            action: 'decline',
            input: { caseId: unknown, requestId: newId(), expectedVersion: 1, reason: 'abusive', note: '' },
          }),
        'notFound',
      ],
    ];
    for (const [attempt, code] of tries) await expect(attempt()).rejects.toMatchObject({ refusal: { code } });
    expect(await everything()).toEqual(before);
    const lines = await db.auditLine.findMany({ orderBy: { id: 'asc' }, skip: audits });
    expect(lines.map((line) => line.code).sort()).toEqual(tries.map(([, code]) => code).sort());
    expect(lines.every((line) => line.outcome === 'refused')).toBe(true);
  });

  test('a repeat of a request answers with the first result, also when both come at once', async () => {
    const input = report();
    const ctx = await at.as('resident');
    const answers = await Promise.all([1, 2, 3].map(() => performCaseAction(ctx, { action: 'submit', input })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const act = { ...register, caseId: input.caseId, requestId: newId<typeof input.requestId>(), expectedVersion: 1 };
    const { action, ...registration } = act;
    const dispatcher = await at.as('dispatcher');
    const first = await performCaseAction(dispatcher, { action, input: registration });
    await at.act('streetOperator', input.caseId, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
    expect(await performCaseAction(dispatcher, { action, input: registration })).toEqual(first);
    await expect(performCaseAction(await at.as('secretary'), { action, input: registration })).rejects.toMatchObject({ kind: 'notFound' });
    await expectSound(input.caseId);
  });
});

describe('many at once', () => {
  test('of 50 people who sign one case at the same moment exactly one wins', async () => {
    const id = await registered();
    await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
    const { version } = await snapshotOf(id);
    const ctx = await at.as('handler');
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        performCaseAction(ctx, { action: 'sign', input: { caseId: id, requestId: newId(), expectedVersion: version } }),
      ),
    );
    expect(tries.filter((entry) => entry.status === 'fulfilled')).toHaveLength(1);
    const codes = tries.flatMap((entry) => (entry.status === 'rejected' ? [entry.reason?.refusal?.code] : []));
    expect(new Set(codes)).toEqual(new Set(['staleVersion']));
    await expectSound(id);
  });

  test('of two devices that made the same case id one reports, the other hears of it', async () => {
    const input = report();
    const tries = await Promise.allSettled([
      performCaseAction(await at.as('resident'), { action: 'submit', input }),
      performCaseAction(await at.as('neighbour'), { action: 'submit', input: { ...input, requestId: newId() } }),
    ]);
    expect(tries.map((entry) => entry.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((entry) => entry.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'alreadyReported' } } });
    await expectSound(input.caseId);
  });

  test('of 20 registrations at the same moment every number is given once and none is left out', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => at.submit('resident')));
    await Promise.all(ids.map((id) => at.act('dispatcher', id, register)));
    const numbers = (await at.test.platform.db.case.findMany({ where: { caseNo: { not: null } }, select: { caseNo: true } }))
      .map((row) => row.caseNo ?? '')
      .sort();
    expect(numbers).toEqual(numbers.map((_, index) => `2611-${String(index + 1).padStart(4, '0')}`));
  });
});
