import { describe, expect, it } from 'vitest';
import { errorsByField } from '../../form-parts/index.ts';
import { readForm } from './form-values.ts';

const target = {
  caseId: '0192f0c0-7a10-7000-8000-000000000001',
  expectedVersion: 3,
  requestId: '0192f0c0-7a10-7000-8000-000000000002',
};

describe('a form of an action', () => {
  it('becomes the command the server takes', () => {
    const read = readForm('object', { reason: ' 不归我们 ', legalBasis: '三定方案第 3 条' }, target);
    expect(read).toEqual({
      ok: true,
      command: { action: 'object', input: { ...target, reason: '不归我们', legalBasis: '三定方案第 3 条' } },
    });
  });
  it('names every field that is missing, in words', () => {
    const read = readForm('object', { reason: '' }, target);
    expect(read.ok).toBe(false);
    expect(read.ok ? {} : read.errors).toMatchObject({ reason: { zh: '请填写' }, legalBasis: { zh: '请填写' } });
  });
  it('gives an error deep in a field to that field', () => {
    expect(Object.keys(errorsByField([{ path: 'input.limit.amount', code: 'too_small', message: 'Invalid input' }]))).toEqual(['limit']);
  });
  it('takes a callback without a rating', () => {
    expect(readForm('recordCallback', { solved: 'yes', rating: null, note: '' }, target).ok).toBe(true);
  });
  it('says 请填写 of a class nobody chose', () => {
    expect(errorsByField([{ path: 'categoryCode', code: 'too_small', message: 'Invalid input' }])).toMatchObject({
      categoryCode: { zh: '请填写' },
    });
  });
});
