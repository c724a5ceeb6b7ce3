import { afterAll, beforeAll, expect, test } from 'vitest';
import { readActor } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { TOWN_SINCE, townBuilder } from '#server/testing/town-builder.ts';
import type { CaseCommand } from '#shared/cases/cases-actions.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { findCase } from './case-store.ts';
import { performCaseAction } from './commands/perform-case-action.ts';
import { askerOf } from './list-where.ts';
import { readCase } from './queries/read-case.ts';
import { viewWhere } from './view-where.ts';

let at: CaseFixture;
let districtOperator: UserId;

/** A second post, in a department. */
async function alsoIn(person: Person, department: keyof CaseFixture['departments']): Promise<void> {
  const post = { role: 'departmentHandler', unitId: null, departmentId: at.departments[department] };
  await at.test.platform.db.appointment.create({
    data: { id: newId(), userId: at.people[person], ...post, validFrom: TOWN_SINCE, appointedBy: at.people.administrator },
  });
}

beforeAll(async () => {
  at = await openCaseFixture();
  districtOperator = await townBuilder(at.test).person({
    ...{ name: '区值班', phone: '18800009901', role: 'streetOperator', unitId: at.units.district.id },
  });
  await alsoIn('secondOperator', 'works');
  await alsoIn('secondOperator', 'sanitation');
  await alsoIn('inspector', 'sanitation');
  await alsoIn('callbackOfficer', 'works');
});
afterAll(() => at.close());

async function ctxOf(userId: UserId): Promise<Ctx> {
  const actor = await readActor(at.test.platform.db, { userId, now: at.test.clock.now });
  if (!actor) throw new Error('no such person');
  return { ...at.test.platform, actor, locale: 'zh' };
}

/** Whether the case stands in the person's 待我办. */
async function waits(ctx: Ctx, id: CaseId): Promise<boolean> {
  return (await ctx.db.case.count({ where: { AND: [{ id }, viewWhere('todo', await askerOf(ctx))] } })) > 0;
}
const waitsFor = async (id: CaseId, ...people: Person[]) => Promise.all(people.map(async (person) => waits(await at.as(person), id)));

async function district(caseId: CaseId, command: { action: string } & Record<string, unknown>): Promise<void> {
  const { version } = (await findCase(at.test.platform.db, caseId))?.snapshot ?? { version: 0 };
  const { action, ...rest } = command;
  const input = { caseId, requestId: newId(), expectedVersion: version, ...rest };
  await performCaseAction(await ctxOf(districtOperator), { action, input } as unknown as CaseCommand);
}

async function dispatched(): Promise<CaseId> {
  const id = await at.submit('resident');
  const { scheme: categoryScheme, code: categoryCode } = streetLamp;
  const place = { point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true };
  await at.act('dispatcher', id, { action: 'register', kind: 'report', urgency: 'normal', categoryScheme, categoryCode, ...place });
  const supportUnitIds = [at.departments.sanitation];
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds, note: '' });
  return id;
}
const objects = { action: 'object', reason: '不归我们', legalBasis: '第十二条' } as const;
const refused = { refusal: { code: 'ownInterest' } };

test('where the street has sent it or belongs to the unit, the district rules; and a unit’s own operator counts for nobody', async () => {
  const { db } = at.test.platform;
  const id = await dispatched();
  await at.act('lead', id, objects);
  expect((await findCase(db, id))?.snapshot.barredReviewerIds).toEqual([at.people.streetOperator]);
  expect(await waitsFor(id, 'streetOperator', 'secondOperator')).toEqual([false, false]);
  expect(await waits(await ctxOf(districtOperator), id)).toBe(true);
  expect((await readCase(await at.as('secondOperator'), id)).allowedActions).not.toContain('upholdObjection');
  await expect(at.act('secondOperator', id, { action: 'upholdObjection', ruling: '确实' })).rejects.toMatchObject(refused);
  await district(id, { action: 'upholdObjection', ruling: '确实不归' });
  await district(id, { action: 'dispatch', leadUnitId: at.departments.sanitation, supportUnitIds: [], note: '' });
  await at.act('supportLead', id, objects);
  // the second order is the district's; the only other operator belongs to the unit, so whoever sent it first may rule
  expect((await findCase(db, id))?.snapshot.barredReviewerIds).toEqual([districtOperator]);
  expect(await waitsFor(id, 'streetOperator', 'secondOperator')).toEqual([true, false]);
  expect(await waits(await ctxOf(districtOperator), id)).toBe(false);
  await at.act('streetOperator', id, { action: 'overruleObjection', ruling: '首接负责' });
});

test('what waits for a judgement stands in the list of nobody of the units, and is refused to them', async () => {
  const id = await dispatched();
  await at.act('handler', id, { action: 'sign' });
  await at.act('handler', id, { action: 'requestExtension', reason: '等配件', limit: { amount: 2, unit: 'workingDays' } });
  expect(await waitsFor(id, 'streetOperator', 'secondOperator')).toEqual([true, true]);
  // the second operator has the case as a handler, not as its judge
  expect((await readCase(await at.as('secondOperator'), id)).allowedActions).not.toContain('grantExtension');
  await expect(at.act('secondOperator', id, { action: 'grantExtension' })).rejects.toMatchObject(refused);
  await at.act('streetOperator', id, { action: 'grantExtension' });
  const until = at.test.clock.now + DAY;
  await at.act('secretary', id, { action: 'supervise', level: 'normal', until, recipient: '', note: '' });
  await at.act('handler', id, { action: 'acknowledgeSupervision' });
  await at.act('handler', id, { action: 'replySupervision', text: '明天', photoIds: [] });
  await at.act('supporter', id, { action: 'recordSupportResult', unitId: at.departments.sanitation, done: true, text: '已配合' });
  await at.act('handler', id, { action: 'submitFeedback', result: '换好了', photoIds: [await at.photo('handler')], costFen: null });
  expect(await waitsFor(id, 'gridWorker', 'inspector', 'secretary', 'secondOperator')).toEqual([true, false, true, false]);
  await alsoIn('secretary', 'works');
  expect(await waitsFor(id, 'secretary')).toEqual([false]);
  await expect(at.act('secretary', id, { action: 'closeSupervision', note: '' })).rejects.toMatchObject(refused);
  const evidence = { note: '', documentIds: [], position: lampPoint };
  const photoIds = [await at.photo('inspector')];
  await expect(at.act('inspector', id, { action: 'inspectPass', photoIds, ...evidence })).rejects.toMatchObject(refused);
  await at.act('gridWorker', id, { action: 'inspectPass', photoIds: [await at.photo('gridWorker')], ...evidence });
  expect(await waitsFor(id, 'resident', 'callbackOfficer')).toEqual([true, false]);
  await expect(at.act('callbackOfficer', id, { action: 'tryCallback', way: 'phone' })).rejects.toMatchObject(refused);
  await at.act('resident', id, { action: 'recordCallback', solved: 'yes', rating: 5, note: '' });
});
