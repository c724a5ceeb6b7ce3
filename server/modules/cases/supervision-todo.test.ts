import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseFixture, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { listCasesInput } from '#shared/cases/case-queries.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { askerOf } from './list-where.ts';
import { listCases } from './queries/list-cases.ts';
import { viewWhere } from './view-where.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

/** Everybody in whose 待我办 the case stands. */
async function waitingFor(id: CaseId): Promise<Person[]> {
  const found: Person[] = [];
  for (const { person } of at.actors) {
    const ctx = await at.as(person);
    const where = { AND: [{ id }, viewWhere('todo', await askerOf(ctx))] };
    if ((await ctx.db.case.count({ where })) > 0) found.push(person);
  }
  return found;
}
const supervise = (level: 'normal' | 'urgent') =>
  ({ action: 'supervise', level, until: at.test.clock.now + DAY, recipient: '', note: '' }) as const;
/** Whoever ordered it, and those of the street, who judge when that person may not. */
const judges = ['secretary', 'streetOperator', 'secondOperator'] satisfies Person[];
const supervisedIds = async () =>
  (await listCases(await at.as('secretary'), listCasesInput.parse({ view: 'supervised' }))).rows.map((row) => row.id);

test('a supervision waits for the unit, then for whoever issued it and the street, then for nobody', async () => {
  const id = await at.submit('resident');
  const { scheme: categoryScheme, code: categoryCode } = streetLamp;
  const place = { point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true };
  await at.act('dispatcher', id, { action: 'register', kind: 'report', urgency: 'normal', categoryScheme, categoryCode, ...place });
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  await at.act('handler', id, { action: 'sign' });
  await at.act('handler', id, { action: 'submitFeedback', result: '换好了', photoIds: [await at.photo('handler')], costFen: null });
  const inspecting = await waitingFor(id);
  await at.act('secretary', id, supervise('normal'));
  const added = async () => (await waitingFor(id)).filter((person) => !inspecting.includes(person));
  expect((await added()).sort()).toEqual(
    at.actors
      .filter(({ person }) => ['handler', 'lead'].includes(person))
      .map(({ person }) => person)
      .sort(),
  );
  expect(await supervisedIds()).toEqual([id]);
  await at.act('lead', id, { action: 'acknowledgeSupervision' });
  await at.act('lead', id, { action: 'replySupervision', text: '已换', photoIds: [] });
  expect(await added()).toEqual(judges);
  await at.act('secretary', id, { action: 'closeSupervision', note: '' });
  expect(await added()).toEqual([]);
  expect(await supervisedIds()).toEqual([]);
});

test('while no unit leads, the community answers, but never whoever issued it', async () => {
  const id = await at.submit('resident');
  const usual = await waitingFor(id);
  await at.act('secretary', id, supervise('urgent'));
  expect((await waitingFor(id)).filter((person) => !usual.includes(person))).toEqual(['gridWorker']);
  await at.act('gridWorker', id, { action: 'acknowledgeSupervision' });
  await at.act('gridWorker', id, { action: 'replySupervision', text: '已看过', photoIds: [await at.photo('gridWorker')] });
  await at.act('streetOperator', id, { action: 'returnSupervision', reason: '没写哪天办完' });
  await at.act('dispatcher', id, { action: 'replySupervision', text: '明天立案', photoIds: [] });
  expect((await waitingFor(id)).filter((person) => !usual.includes(person))).toEqual(judges);
});
