import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainError } from '#server/platform/logger.ts';
import { type CaseFixture, openCaseFixture, report } from '#server/testing/case-fixture.ts';
import { caseInputs } from '#shared/cases/cases-actions.ts';
import { readHistory } from './case-history.ts';
import { findCase } from './case-store.ts';
import { performCaseAction } from './commands/perform-case-action.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

describe('text that a database cannot hold', () => {
  test('half an emoji and a null character do not stop a report', async () => {
    const input = caseInputs.submit.parse({ ...report(), title: '路灯\ud83d', text: '不亮\u0000了\ude00', address: '建设路\ud83d' });
    await performCaseAction(await at.as('resident'), { action: 'submit', input });
    const stored = await findCase(at.test.platform.db, input.caseId);
    expect(stored).toMatchObject({ description: '不亮了\ufffd', snapshot: { title: '路灯\ufffd', address: '建设路\ufffd' } });
    expect(await readHistory(at.test.platform.db, input.caseId)).toHaveLength(1);
  });
});

describe('times no calendar reaches', () => {
  test.each([8.64e15, -8.64e15, Number.MAX_SAFE_INTEGER])('%d is not an instant', (capturedAt) => {
    expect(caseInputs.submit.safeParse({ ...report(), capturedAt }).success).toBe(false);
  });
});

describe('an error of the database layer', () => {
  test('is logged without the values it was given', async () => {
    const broken = at.test.platform.db.case.findFirst({
      where: { searchText: '王小明 13800000000', reportedAt: { lt: new Date(Number.NaN) } },
    });
    const logged = JSON.stringify(await broken.catch(plainError));
    expect(logged).toContain('PrismaClientValidationError');
    expect(logged).toContain('Invalid value for argument');
    expect(logged).toContain('    at ');
    expect(logged).not.toContain('13800000000');
  });
});
