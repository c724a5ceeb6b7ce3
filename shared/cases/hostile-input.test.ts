import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { hostileFaults, leavesOf } from '../kernel/hostile-leaves.ts';
import { CASE, GRID, PHOTO, sampleCommand, T0 } from './case-samples.ts';
import { caseIn } from './case-walk.ts';
import { caseActions, caseInputs } from './cases-actions.ts';

const point = { lng: 111.6, lat: 26.2, accuracyM: 8, source: 'gnss' };
/** Fields that the samples leave empty, with something in them. */
const filled: Readonly<Record<string, object>> = {
  submit: { unitId: GRID, capturedAt: T0, address: '建设路', onBehalfOf: { name: '方女士', phone: '18800000000' } },
  register: { point, address: '建设路', unitId: GRID, duplicateOfId: CASE },
  inspectPass: { position: point, documentIds: [PHOTO] },
  inspectFail: { position: point, documentIds: [PHOTO] },
};

describe('hostile input', () => {
  it.each(caseActions)('%s takes no null character, no megabyte and no number beyond counting in any field', (action) => {
    const { input } = sampleCommand(action, { role: 'streetOperator', snapshot: action === 'submit' ? null : caseIn('inProgress') });
    const good = { ...input, ...filled[action] };
    expect(z.safeParse(caseInputs[action], good)).toMatchObject({ success: true });
    expect(leavesOf(good).length).toBeGreaterThan(0);
    expect(hostileFaults(caseInputs[action], good)).toEqual([]);
  });

  it.each([
    ['supervise', 'until'],
    ['requestHold', 'nextReviewAt'],
    ['contact', 'contactAt'],
    ['submit', 'capturedAt'],
  ] as const)('%s: %s is a moment that a calendar holds', (action, field) => {
    const { input } = sampleCommand(action, { role: 'streetOperator', snapshot: action === 'submit' ? null : caseIn('inProgress') });
    const taken = (value: unknown) => z.safeParse(caseInputs[action], { ...input, [field]: value }).success;
    expect([T0, T0 + 0.5, 8.64e15, -8.64e15, Number.NaN, '2026-11-17'].map(taken)).toEqual([true, false, false, false, false, false]);
  });

  it('a result costs at most a thousand million yuan', () => {
    const { input } = sampleCommand('submitFeedback', { role: 'departmentHandler', snapshot: caseIn('inProgress') });
    const taken = (costFen: number) => z.safeParse(caseInputs.submitFeedback, { ...input, costFen }).success;
    expect([100_000_000_000, 100_000_000_001].map(taken)).toEqual([true, false]);
  });
});
