import type { CaseCategory } from '#shared/cases/cases-schema.ts';

/** Scheme of the city-management classes; codes are 2 digits major, 3 digits minor. */
export const GB_SCHEME = 'GB/T 30428';
/** Scheme of a community's own matters; its codes are words. */
export const LOCAL_SCHEME = 'local';

/** One minor class as seed data; `lead` is the code of the department that usually leads, null = settled case by case. */
export type CategoryRow = {
  code: string;
  zh: string;
  en: string;
  nature: CaseCategory['nature'];
  kind: CaseCategory['defaultKind'];
  urgency: CaseCategory['defaultUrgency'];
  limits: CaseCategory['limits'];
  lead: string | null;
  /** report, feedback, inspection: which steps need a photo */
  photos: readonly ('report' | 'feedback' | 'inspection')[];
  selfHandling: boolean;
  communityDuty: boolean;
  /** item of the duty list it falls under */
  duty: string | null;
  physical: boolean;
};

export type CategoryGroup = { scheme: string; code: string; zh: string; en: string; rows: readonly CategoryRow[] };

type Given = { code: string; zh: string; en: string; lead: string | null } & Partial<CategoryRow>;

/** A facility that somebody keeps: repaired by its keeper, before and after shown by photo. */
export function component(given: Given): CategoryRow {
  return {
    nature: 'component',
    kind: 'report',
    urgency: 'normal',
    limits: {},
    photos: ['feedback', 'inspection'],
    selfHandling: false,
    communityDuty: false,
    duty: null,
    physical: true,
    ...given,
  };
}

/** A happening or behaviour. */
export function event(given: Given): CategoryRow {
  return { ...component(given), nature: 'event', ...given };
}

export const workingHours = (amount: number) => ({ amount, unit: 'workingHours' }) as const;
export const workingDays = (amount: number) => ({ amount, unit: 'workingDays' }) as const;
export const hours = (amount: number) => ({ amount, unit: 'hours' }) as const;
export const minutes = (amount: number) => ({ amount, unit: 'minutes' }) as const;
