import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseFixture, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { findCase } from './case-store.ts';
import { askerOf } from './list-where.ts';
import { peopleInPost } from './people-in-post.ts';
import { readCase } from './queries/read-case.ts';
import { viewWhere } from './view-where.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const offers = async (person: Person, id: CaseId) => (await readCase(await at.as(person), id)).allowedActions;
const answer = { action: 'answerVerification' as const, isTrue: true, note: '电话问过两户', photoIds: [] };
const { scheme: categoryScheme, code: categoryCode } = streetLamp;
const register = {
  ...({ action: 'register', kind: 'report', urgency: 'normal', categoryScheme, categoryCode } as const),
  ...{ point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
};
const objects = { action: 'object', reason: '不归我们', legalBasis: '第十二条' } as const;

test('while a grid worker is in post the office is not offered the answer, and is refused it', async () => {
  const id = await at.submit('resident');
  await at.act('dispatcher', id, { action: 'requestVerification', note: '' });
  expect(await offers('dispatcher', id)).not.toContain('answerVerification');
  expect(await offers('gridWorker', id)).toContain('answerVerification');
  await expect(at.act('dispatcher', id, answer)).rejects.toMatchObject({ refusal: { code: 'gridWorkerInPost' } });
});

test('a street of three keeps the first dispatcher away, a street of two does not stand still', async () => {
  const { db } = at.test.platform;
  const path = at.units.n1.path;
  const operators = await peopleInPost(db, { role: 'streetOperator', scopePath: path, at: at.test.clock.now });
  expect([...operators].sort()).toEqual([at.people.streetOperator, at.people.secondOperator].sort());
  const id = await at.submit('resident');
  await at.act('dispatcher', id, register);
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  await at.act('lead', id, objects);
  await expect(at.act('streetOperator', id, { action: 'upholdObjection', ruling: '确实' })).rejects.toMatchObject({
    refusal: { code: 'reviewerDispatched' },
  });
  await at.act('secondOperator', id, { action: 'upholdObjection', ruling: '确实不归' });
  await at.act('secondOperator', id, { action: 'dispatch', leadUnitId: at.departments.sanitation, supportUnitIds: [], note: '' });
  const sanitationLead = at.actors.find(({ actor }) =>
    actor.posts.some(({ role, departmentId }) => role === 'departmentLead' && departmentId === at.departments.sanitation),
  );
  if (!sanitationLead) throw new Error('the fixture has no lead of the second department');
  await at.act(sanitationLead.person, id, objects);
  expect((await findCase(db, id))?.snapshot.barredReviewerIds).toEqual([at.people.secondOperator]);
  const waits = async (person: Person) => {
    const ctx = await at.as(person);
    return ctx.db.case.count({ where: { AND: [{ id }, viewWhere('todo', await askerOf(ctx))] } });
  };
  expect([await waits('streetOperator'), await waits('secondOperator')]).toEqual([1, 0]);
  await expect(at.act('secondOperator', id, { action: 'overruleObjection', ruling: '应当' })).rejects.toMatchObject({
    refusal: { code: 'reviewerDispatched' },
  });
  await at.act('streetOperator', id, { action: 'overruleObjection', ruling: '首接负责' });
});

test('once nobody is in post, dispatcher and secretary answer, with a reason', async () => {
  const id = await at.submit('resident');
  await at.act('dispatcher', id, { action: 'requestVerification', note: '' });
  const { db } = at.test.platform;
  await db.appointment.updateMany({ where: { role: 'gridWorker' }, data: { validTo: new Date(at.test.clock.now - 1) } });
  expect(await offers('dispatcher', id)).toContain('answerVerification');
  expect(await offers('secretary', id)).toContain('answerVerification');
  await expect(at.act('dispatcher', id, { ...answer, note: '' })).rejects.toMatchObject({ refusal: { code: 'verificationReasonMissing' } });
  await at.act('secretary', id, answer);
  expect((await findCase(db, id))?.snapshot).toMatchObject({ state: 'reported', verifiedTrue: true });
});
