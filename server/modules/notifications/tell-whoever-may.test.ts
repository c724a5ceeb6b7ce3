import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FiredMark } from '#server/modules/clocks/index.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import { TOWN_SINCE, townBuilder } from '#server/testing/town-builder.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { tellMarks } from './index.ts';

let at: CaseFixture;
let districtOperator: UserId;

beforeAll(async () => {
  at = await openCaseFixture();
  districtOperator = await townBuilder(at.test).person({
    ...{ name: '区值班', phone: '18800009901', role: 'streetOperator', unitId: at.units.district.id },
  });
  await alsoInWorks('secondOperator');
});
afterAll(() => at.close());

async function alsoInWorks(person: Person): Promise<void> {
  const post = { role: 'departmentHandler', unitId: null, departmentId: at.departments.works };
  await at.test.platform.db.appointment.create({
    data: { id: newId(), userId: at.people[person], ...post, validFrom: TOWN_SINCE, appointedBy: at.people.administrator },
  });
}

async function dispatched(): Promise<CaseId> {
  const id = await at.submit('resident');
  const { scheme: categoryScheme, code: categoryCode } = streetLamp;
  const place = { point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true };
  await at.act('dispatcher', id, { action: 'register', kind: 'report', urgency: 'normal', categoryScheme, categoryCode, ...place });
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  return id;
}

/** Who was asked for an act, whether or not they have done it. */
async function asked(subjectId: CaseId, does: string): Promise<string[]> {
  const rows = await at.test.platform.db.notification.findMany({ where: { subjectId, does }, select: { userId: true } });
  return rows.map(({ userId }) => userId).sort();
}

test('an objection that nobody of the street may rule on is told to the operator of the district, and only there', async () => {
  const id = await dispatched();
  await at.act('lead', id, { action: 'object', reason: '不归我们', legalBasis: '第十二条' });
  await runQueue(at.test);
  expect(await asked(id, 'overruleObjection')).toEqual([districtOperator]);
});

test('a request is told to the operator outside the unit, and so is its reminder', async () => {
  const id = await dispatched();
  await at.act('handler', id, { action: 'sign' });
  await at.act('handler', id, { action: 'requestExtension', reason: '等配件', limit: { amount: 2, unit: 'workingDays' } });
  await runQueue(at.test);
  expect(await asked(id, 'grantExtension')).toEqual([at.people.streetOperator]);
  const { now } = at.test.clock;
  const mark: FiredMark = {
    ...{ id: newId<string>(), aggregateType: 'case', aggregateId: id, districtId: at.districtId, key: 'extension', mark: 'remind80' },
    ...{ from: now, dueAt: now + DAY, plannedAt: now, firedAt: now, emergency: false },
    holder: { kind: 'role', role: 'streetOperator', unitPath: at.units.n1.path },
    escalates: { departmentId: null, unitPath: at.units.n1.path },
  };
  await tellMarks(at.test.platform, [mark]);
  expect(await asked(id, 'grantExtension')).toEqual([at.people.streetOperator, at.people.streetOperator]);
});

test('the reply to a supervision goes to the street when whoever issued it has come to belong to the unit', async () => {
  const until = at.test.clock.now + DAY;
  const id = await dispatched();
  await at.act('handler', id, { action: 'sign' });
  const reply = async (caseId: CaseId) => {
    await at.act('handler', caseId, { action: 'acknowledgeSupervision' });
    await at.act('handler', caseId, { action: 'replySupervision', text: '明天', photoIds: [] });
    await runQueue(at.test);
  };
  await at.act('secretary', id, { action: 'supervise', level: 'normal', until, recipient: '', note: '' });
  await reply(id);
  expect(await asked(id, 'closeSupervision')).toEqual([at.people.secretary]);
  const next = await dispatched();
  await at.act('handler', next, { action: 'sign' });
  await at.act('secretary', next, { action: 'supervise', level: 'normal', until, recipient: '', note: '' });
  await alsoInWorks('secretary');
  await reply(next);
  expect(await asked(next, 'closeSupervision')).toEqual([at.people.streetOperator]);
});
