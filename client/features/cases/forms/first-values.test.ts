import { describe, expect, it } from 'vitest';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { actionFields } from './field-spec.ts';
import { firstValues, openSupports } from './first-values.ts';

const now = Date.UTC(2026, 10, 26, 1, 42, 31);
const snapshot = { limits: null, supportUnits: [] } as unknown as CaseSnapshot;
const first = (action: keyof typeof actionFields) => firstValues(actionFields[action], { snapshot, now, ownDepartmentIds: [] });

describe('a form when it opens', () => {
  it('says now for a contact, in whole minutes and not later than the clock', () => {
    expect(first('contact')).toMatchObject({ way: 'phone', outcome: 'reached', contactAt: Date.UTC(2026, 10, 26, 1, 42) });
  });
  it('leaves open what the person must decide', () => {
    expect(first('decline')).toEqual({ note: '' });
    expect(first('recordCallback')).toEqual({ note: '', rating: null });
  });
  it('offers only own support units that still owe a result', () => {
    const supportUnits = [
      { departmentId: 'a', result: null },
      { departmentId: 'b', result: { done: true, text: '', at: 0 } },
      { departmentId: 'c', result: null },
    ] as unknown as CaseSnapshot['supportUnits'];
    expect(openSupports({ supportUnits }, ['a', 'b'])).toEqual(['a']);
  });
});
