import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, streetLamp, T0 } from '#server/testing/case-fixture.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { readHistory } from './case-history.ts';
import { caseTasks } from './case-tasks.ts';
import { recomputeCaseDues } from './commands/recompute-case-dues.ts';
import { reopenUnsolved } from './commands/reopen-unsolved.ts';
import { retireCategory } from './commands/retire-category.ts';
import { revealContact } from './commands/reveal-contact.ts';
import { reviseCategory } from './commands/revise-category.ts';
import { REOPEN_TASK } from './follow-ups.ts';
import { explainDueOfCase } from './queries/explain-due.ts';
import { listCategories, readCategoryHistory } from './queries/list-categories.ts';
import { listOwnCases } from './queries/list-own-cases.ts';
import { nearbyCases } from './queries/nearby-cases.ts';
import { findCaseNo, readCase } from './queries/read-case.ts';
import { readOwnCase } from './queries/read-own-case.ts';
import { readReceipt } from './queries/read-receipt.ts';
import { suggestUnits } from './queries/suggest-units.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const notFound = { kind: 'notFound', refusal: { code: 'notFound' } };

async function registered(over: Parameters<CaseFixture['submit']>[1] = {}, person: Person = 'resident'): Promise<CaseId> {
  const id = await at.submit(person, over);
  const { scheme: categoryScheme, code: categoryCode } = streetLamp;
  const where = { point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true };
  await at.act('dispatcher', id, { action: 'register', kind: 'report', urgency: 'normal', categoryScheme, categoryCode, ...where });
  return id;
}

async function dispatched(): Promise<CaseId> {
  const id = await registered();
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  return id;
}

describe('one case', () => {
  test('the desk reads who holds it until when, why, what happened and what may be done', async () => {
    const id = await dispatched();
    await at.act('handler', id, { action: 'sign' });
    const detail = await readCase(await at.as('handler'), id);
    expect(detail).toMatchObject({
      description: '路灯不亮了，晚上看不见路。已经三天了',
      category: { name: { zh: '路灯' } },
      holder: { kind: 'leadUnit', departmentId: at.departments.works, person: '王handler', until: detail.clock.due?.at },
      nextStep: 'contact',
      clock: { limit: 'contact', light: 'green' },
      remaining: { late: false },
      explanation: { limit: 'contact', matches: true },
      contact: { name: '王**', phone: '188****0000', mayReveal: true },
    });
    expect(detail.places.map(({ level }) => level)).toEqual(['district', 'street', 'community', 'grid']);
    expect(detail.duty[0]).toMatchObject({ role: 'gridWorker', name: '王gridWorker', via: 'holder' });
    expect(detail.timeline.map(({ event, by }) => [event.type, by.role])).toEqual([
      ['CaseReported', 'resident'],
      ['CaseRegistered', 'dispatcher'],
      ['CaseDispatched', 'streetOperator'],
      ['CaseSigned', 'departmentHandler'],
    ]);
    expect(detail.timeline[0]?.by.name).toBe('王**');
    expect(detail.allowedActions).toContain('submitFeedback');
    const finish = await explainDueOfCase(await at.as('handler'), { caseId: id, limit: 'finish' });
    expect(finish?.explanation?.steps.filter((step) => step.kind === 'counted')).toHaveLength(5);
    const caseNo = detail.snapshot.caseNo ?? '';
    expect(await findCaseNo(await at.as('handler'), caseNo)).toBe(id);
    await expect(findCaseNo(await at.as('supporter'), caseNo)).rejects.toMatchObject(notFound);
  });

  test('what may not be seen is answered like what does not exist', async () => {
    const id = await dispatched();
    for (const person of ['neighbour', 'southGridWorker', 'supporter', 'resident'] as const) {
      await expect(readCase(await at.as(person), id)).rejects.toMatchObject(notFound);
    }
    for (const person of ['neighbour', 'southGridWorker'] as const) {
      await expect(readOwnCase(await at.as(person), id)).rejects.toMatchObject(notFound);
      await expect(readReceipt(await at.as(person), id)).rejects.toMatchObject(notFound);
    }
    await expect(readOwnCase(await at.as('dispatcher'), id)).rejects.toMatchObject(notFound);
  });

  test('the applicant reads plain steps without names, whom to call and the latest answer', async () => {
    const id = await at.submit('neighbour');
    const receipt = await readReceipt(await at.as('neighbour'), id);
    expect(receipt).toMatchObject({
      caseNo: null,
      call: { name: '王gridWorker', phone: '18800000002', title: { zh: '网格员' } },
      answerBy: { estimated: true, provisional: false },
    });
    await at.act('dispatcher', id, { action: 'requestVoid', reason: 'testData', note: '内部' });
    await at.act('gridWorker', id, { action: 'addNote', note: '内部备注', photoIds: [] });
    await at.act('neighbour', id, { action: 'addNote', note: '还黑着', photoIds: [] });
    const own = await readOwnCase(await at.as('neighbour'), id);
    expect(own.steps.map(({ type, text }) => [type, text])).toEqual([
      ['CaseReported', null],
      ['NoteAdded', '还黑着'],
    ]);
    expect(JSON.stringify(own)).not.toMatch(/内部|王dispatcher/);
    expect((await listOwnCases(await at.as('neighbour'))).map((line) => line.id)).toEqual([id]);
  });

  test('suggested units serve the place; the one that led before comes first, the one released last', async () => {
    const other = await dispatched();
    await at.act('lead', other, { action: 'object', reason: '不归', legalBasis: '条例' });
    await at.act('secondOperator', other, { action: 'upholdObjection', ruling: '对' });
    const again = await suggestUnits(await at.as('streetOperator'), other);
    expect(again.at(-1)).toMatchObject({ departmentId: at.departments.works, released: true });
    const fresh = await registered();
    const [first] = await suggestUnits(await at.as('streetOperator'), fresh);
    expect(first).toMatchObject({ departmentId: at.departments.works, isDefault: true });
    expect(first?.led).toBeGreaterThan(0);
    expect(first?.accuracy).toBeLessThan(1);
    const south = await at.submit('southGridWorker', {
      source: 'gridWorker',
      point: { ...lampPoint, lat: 27.815 },
      photoIds: [await at.photo('southGridWorker')],
    });
    const units = await suggestUnits(await at.as('streetOperator'), south);
    expect(units.map((unit) => unit.departmentId)).not.toContain(at.departments.northTeam);
  });

  test('nearby cases: 50 metres, same class, open, and only visible ones', async () => {
    const point = { lng: 112.916, lat: 27.826 };
    const here = await at.submit('resident', { point: { ...point, accuracyM: 5, source: 'gnss' } });
    await at.submit('resident', { point: { lng: 112.9167, lat: 27.826, accuracyM: 5, source: 'gnss' } });
    await at.submit('resident', { point: { ...point, accuracyM: 5, source: 'gnss' }, categoryCode: '03001' });
    const ask = { point: { ...point, lng: 112.9163 }, categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code, except: null };
    const found = await nearbyCases(await at.as('dispatcher'), ask);
    expect(found.map(({ id }) => id).slice(0, 1)).toEqual([here]);
    expect(found.every(({ distanceM }) => distanceM <= 50)).toBe(true);
    expect(await nearbyCases(await at.as('neighbour'), ask)).toEqual([]);
  });
});

describe('contact data', () => {
  test('lie sealed, are shown masked, and every look in clear is on record', async () => {
    const { db } = at.test.platform;
    const onBehalfOf = { name: '方建国', phone: '18800009999' };
    const id = await registered({ source: 'visit', onBehalfOf }, 'gridWorker');
    const stored = await db.caseApplicant.findUniqueOrThrow({ where: { caseId: id } });
    expect(Buffer.from(stored.phoneSealed ?? []).toString('latin1')).not.toContain('18800009999');
    const events = JSON.stringify(await readHistory(db, id));
    expect(events).not.toMatch(/方建国|18800009999/);
    expect((await readCase(await at.as('dispatcher'), id)).contact).toEqual({ name: '方**', phone: '188****9999', mayReveal: true });
    expect((await readCase(await at.as('auditor'), id)).contact).toMatchObject({ mayReveal: false });
    const audits = await db.auditLine.count();
    expect(await revealContact(await at.as('dispatcher'), { caseId: id, why: '回电' })).toEqual(onBehalfOf);
    await expect(revealContact(await at.as('auditor'), { caseId: id, why: '看看' })).rejects.toMatchObject({
      refusal: { code: 'contactHidden' },
    });
    await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
    await expect(revealContact(await at.as('handler'), { caseId: id, why: '联系' })).rejects.toMatchObject({
      refusal: { code: 'contactHidden' },
    });
    await at.act('handler', id, { action: 'sign' });
    expect(await revealContact(await at.as('handler'), { caseId: id, why: '联系' })).toEqual(onBehalfOf);
    const lines = await db.auditLine.findMany({ orderBy: { id: 'asc' }, skip: audits });
    expect(lines.map((line) => [line.outcome, line.actorId, line.aggregateId])).toEqual([
      ['revealed', at.people.dispatcher, id],
      ['refused', at.people.auditor, id],
      ['refused', at.people.handler, id],
      ['revealed', at.people.handler, id],
    ]);
    expect(lines[0]?.detail).toEqual({ why: '回电' });
  });

  test('a phone that has an account makes its owner the applicant', async () => {
    const id = await at.submit('dispatcher', { source: 'hotline', onBehalfOf: { name: '', phone: '18800000001' } });
    expect(await readOwnCase(await at.as('neighbour'), id)).toMatchObject({ id });
  });
});

describe('what happens by itself', () => {
  test('a case whose applicant says it is not solved is taken up again, once', async () => {
    const { db } = at.test.platform;
    const id = await dispatched();
    await at.act('handler', id, { action: 'sign' });
    await at.act('handler', id, { action: 'submitFeedback', result: '换了', photoIds: [await at.photo('handler')], costFen: null });
    const inspection = { photoIds: [await at.photo('inspector')], documentIds: [], position: lampPoint };
    await at.act('inspector', id, { action: 'inspectPass', note: '', ...inspection });
    await at.act('resident', id, { action: 'recordCallback', solved: 'no', rating: 1, note: '没亮' });
    const [job] = await db.$queryRaw<{ payload: Parameters<typeof reopenUnsolved>[1] }[]>`
      select payload from graphile_worker._private_jobs jobs
      join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
      where tasks.identifier = ${REOPEN_TASK} and payload ->> 'caseId' = ${id}`;
    if (!job) throw new Error('no job');
    // what somebody writes down before the queue comes to it must not stop it
    await at.act('resident', id, { action: 'addNote', note: '还是黑的', photoIds: [] });
    await reopenUnsolved(at.test.platform, job.payload);
    await reopenUnsolved(at.test.platform, job.payload);
    const { snapshot, timeline } = await readCase(await at.as('streetOperator'), id);
    expect(snapshot).toMatchObject({ state: 'inProgress', reopenCount: 1, reopenedAutomatically: true });
    expect(timeline.at(-1)?.by).toMatchObject({ role: 'system' });
    expect(Object.keys(caseTasks(at.test.platform))).toEqual([REOPEN_TASK, 'cases:watchUnwatched']);
  });

  test('a calendar for the next year makes provisional due times final', async () => {
    const { db } = at.test.platform;
    // Thursday, the last working day with a published calendar, shortly before the offices close
    at.test.clock.set(Date.parse('2026-12-31T09:30:00Z'));
    const id = await registered();
    const fresh = await at.submit('resident');
    const provisional = async () => (await db.case.findUniqueOrThrow({ where: { id } })).provisional;
    expect(await provisional()).toBe(true);
    const last = await db.calendarVersion.findFirstOrThrow({ where: { districtId: at.districtId }, orderBy: { version: 'desc' } });
    const days = { '2027-01-01': { date: '2027-01-01', off: true, name: '元旦' } };
    const calendar = { ...(last.calendar as object), version: 2, publishedYears: [2026, 2027], days };
    const row = {
      id: newId<string>(),
      districtId: at.districtId,
      version: 2,
      source: 'test',
      createdAt: new Date(T0),
      createdBy: newId<string>(),
    };
    await inTransaction(at.test.platform, (tx) => tx.calendarVersion.create({ data: { ...row, calendar } }));
    expect(await recomputeCaseDues(at.test.platform, at.districtId)).toBe(2);
    expect((await readHistory(db, fresh)).map(({ type }) => type)).toEqual(['CaseReported', 'DueRecomputed']);
    expect(await provisional()).toBe(false);
    expect((await readHistory(db, id)).at(-1)?.type).toBe('DueRecomputed');
    expect(await recomputeCaseDues(at.test.platform, at.districtId)).toBe(0);
    at.test.clock.set(T0 + DAY);
  });
});

describe('categories', () => {
  test('a new version counts from its date; running orders keep their limits; only the administrator changes them', async () => {
    const id = await registered();
    const before = (await readCase(await at.as('dispatcher'), id)).snapshot.limits;
    const validFrom = at.test.clock.now + HOUR;
    const finish = { amount: 2, unit: 'workingDays' } as const;
    const change = {
      requestId: newId<Parameters<typeof reviseCategory>[1]['requestId']>(),
      districtId: at.districtId,
      expectedVersion: 1,
      category: { ...streetLamp, leadDepartmentId: at.departments.works, limits: { finish } },
      parentCode: null,
      sort: 0,
      validFrom,
    };
    await expect(reviseCategory(await at.as('secretary'), change)).rejects.toMatchObject({ refusal: { code: 'outsideScope' } });
    const administrator = await at.as('administrator');
    expect(await reviseCategory(administrator, change)).toEqual({ version: 2 });
    expect(await reviseCategory(administrator, change)).toEqual({ version: 2 });
    const stale = { ...change, requestId: newId<typeof change.requestId>() };
    await expect(reviseCategory(administrator, stale)).rejects.toMatchObject({ refusal: { code: 'versionChanged' } });
    const lampNow = async () => (await listCategories(await at.as('resident'), {})).find((entry) => entry.code === streetLamp.code);
    expect(await lampNow()).toMatchObject({ version: 1, validTo: validFrom });
    at.test.clock.advance(2 * HOUR);
    expect(await lampNow()).toMatchObject({ version: 2, limits: { finish } });
    const key = { districtId: at.districtId, scheme: streetLamp.scheme, code: streetLamp.code };
    expect((await readCategoryHistory(administrator, key)).map(({ version }) => version)).toEqual([2, 1]);
    expect((await readCase(await at.as('dispatcher'), id)).snapshot.limits).toEqual(before);
    expect((await readCase(await at.as('dispatcher'), await registered())).snapshot.limits?.finish).toEqual(finish);
    const retire = { ...key, expectedVersion: 2, requestId: newId<typeof change.requestId>(), validTo: at.test.clock.now + HOUR };
    await retireCategory(administrator, retire);
    at.test.clock.advance(2 * HOUR);
    await expect(at.submit('resident')).rejects.toMatchObject({ refusal: { code: 'categoryUnknown' } });
    await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  });
});
