import type { Label } from '#shared/kernel/label.ts';

/** What is marked in five steps (条例第三十三条: both sides assess). */
export const markLabels = {
  arrival: { zh: '到场', en: 'Arrival' },
  work: { zh: '作为', en: 'Work' },
  result: { zh: '结果', en: 'Result' },
  justification: { zh: '理由', en: 'Justification' },
  information: { zh: '信息', en: 'Information' },
} as const satisfies Record<string, Label>;
