import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeAudit } from '#server/platform/audit.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { listAuditInput } from '#shared/audit/audit-schema.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';
import { listAudit } from './queries/list-audit.ts';

let at: CaseFixture;
let lamp: CaseId;
const phone = '18800002617';

const ask = async (person: Person, over: Record<string, unknown> = {}) => listAudit(await at.as(person), listAuditInput.parse(over));

beforeAll(async () => {
  at = await openCaseFixture();
  lamp = await at.submit('resident');
  const { db, cipher, now } = at.test.platform;
  await db.caseApplicant.update({ where: { caseId: lamp }, data: { phoneBlind: cipher.blindIndex(phone) } });
  await db.case.update({ where: { id: lamp }, data: { caseNo: '2611-0112' } });
  const look = { action: 'cases.revealContact', outcome: 'revealed', aggregateType: 'case', aggregateId: lamp } as const;
  await writeAudit(db, { ...look, at: now(), actorId: at.people.dispatcher, detail: { why: '电话核实地点' } });
  await writeAudit(db, { ...look, at: now() + 1000, actorId: at.people.southGridWorker, outcome: 'refused', code: 'contactHidden' });
  const photo = { action: 'files.original', aggregateType: 'file', aggregateId: newId<string>(), detail: { caseId: lamp } };
  await writeAudit(db, { ...photo, at: now() + 2000, actorId: at.people.secretary, outcome: 'revealed' });
  await writeAudit(db, { at: now(), actorId: newId<UserId>(), action: 'identity.signIn', outcome: 'done' });
});
afterAll(() => at.close());

describe('the audit trail', () => {
  test('tells who saw a phone number, why, and writes the look-up itself down', async () => {
    const { rows } = await ask('administrator', { phone: '+86 188-0000-2617', outcome: 'revealed' });
    expect(rows.map(({ actor, why, subject }) => [actor?.id, why, subject?.kind])).toEqual([
      [at.people.secretary, null, 'case'],
      [at.people.dispatcher, '电话核实地点', 'case'],
    ]);
    const own = await ask('administrator', { personId: at.people.administrator });
    expect(own.rows[0]).toMatchObject({ action: 'audit.searchPhone', outcome: 'revealed' });
    expect(JSON.stringify(own.rows)).not.toContain(phone);
  });

  test('narrows to a case, a person, an outcome and a time', async () => {
    const now = at.test.clock.now;
    expect((await ask('auditor', { caseNo: '2611-0112', outcome: 'refused' })).rows).toMatchObject([
      { code: 'contactHidden', actor: { id: at.people.southGridWorker } },
    ]);
    expect((await ask('auditor', { personId: at.people.dispatcher })).rows).toHaveLength(1);
    expect((await ask('auditor', { caseNo: '2611-0112', from: now + 500, to: now + 1500 })).rows).toHaveLength(1);
  });

  test('pages without losing or repeating a line', async () => {
    const all = await ask('auditor', { caseNo: '2611-0112' });
    const first = await ask('auditor', { caseNo: '2611-0112', limit: 1 });
    const rest = await ask('auditor', { caseNo: '2611-0112', limit: 50, cursor: first.nextCursor });
    expect([...first.rows, ...rest.rows]).toEqual(all.rows);
    expect(all.nextCursor).toBeNull();
  });

  test('shows nothing of persons and places outside the unit, and is closed to everybody else', async () => {
    const { rows } = await ask('administrator', { limit: 200 });
    expect(rows.every(({ actor }) => actor !== null && actor.name !== '')).toBe(true);
    for (const person of ['dispatcher', 'gridWorker', 'resident', 'secretary'] as const)
      await expect(ask(person)).rejects.toMatchObject({ kind: 'notFound', refusal: { code: 'notFound' } });
  });
});
