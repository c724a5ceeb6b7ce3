import { describe, expect, it } from 'vitest';
import type { CaseCategory } from '#shared/cases/cases-schema.ts';
import { categoryChanges, lacksDuty, limitInForce } from './category-words.ts';

const lamp: CaseCategory = {
  scheme: 'GB/T 30428',
  code: '01017',
  name: { zh: '路灯', en: 'Street lamp' },
  nature: 'component',
  defaultKind: 'report',
  defaultUrgency: 'normal',
  limits: {},
  leadDepartmentId: null,
  photoRequired: { report: false, feedback: true, inspection: true },
  selfHandling: true,
  communityDuty: false,
  dutyCode: null,
  physical: true,
};
const words = { say: (label: { zh: string }) => label.zh, locale: 'zh' as const, departmentName: () => '派单时定' };

describe('categoryChanges', () => {
  it('says nothing of a version that changes nothing', () => {
    expect(categoryChanges({ before: lamp, after: structuredClone(lamp) }, words)).toEqual([]);
  });

  it('tells an own limit and a photo rule with what was before', () => {
    const after: CaseCategory = {
      ...lamp,
      limits: { finish: { amount: 2, unit: 'workingDays' } },
      photoRequired: { report: true, feedback: true, inspection: true },
    };
    expect(categoryChanges({ before: lamp, after }, words)).toEqual([
      { term: '必须有照片', before: '反馈时、核查时', after: '上报时、反馈时、核查时' },
      { term: '办理时限', before: '5 个工作日（默认）', after: '2 个工作日' },
    ]);
  });

  it('tells every default that moves with the urgency', () => {
    const terms = categoryChanges({ before: lamp, after: { ...lamp, defaultUrgency: 'emergency' } }, words).map(({ term }) => term);
    expect(terms).toEqual(['默认紧急程度', '受理时限', '签收时限', '首次联系时限', '办理时限', '延期最长']);
  });
});

describe('lacksDuty', () => {
  it.each([
    [false, null, false],
    [true, null, true],
    [true, '04', false],
  ])('of a class that is the community’s own: %s, with the item %s: %s', (communityDuty, dutyCode, lacks) => {
    expect(lacksDuty({ communityDuty, dutyCode })).toBe(lacks);
  });
});

describe('limitInForce', () => {
  it('takes a class that forbids extensions at its word', () => {
    expect(limitInForce({ ...lamp, limits: { extension: null } }, 'extension')).toEqual({ limit: null, own: true });
    expect(limitInForce(lamp, 'extension')).toEqual({ limit: { amount: 5, unit: 'workingDays' }, own: false });
  });
});
