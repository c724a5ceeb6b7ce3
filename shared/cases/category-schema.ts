import * as z from 'zod/mini';
import { requestId, unitId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { type CaseCategory, caseCategory } from './cases-schema.ts';

/** One class as the pages read it: a major one groups, a minor one is reported under. `validTo` null = until further notice. */
export type CategoryEntry = CaseCategory & {
  parentCode: string | null;
  version: number;
  sort: number;
  validFrom: number;
  validTo: number | null;
};

/** The classes in force at a moment (absent = now); residents and staff outside a district get the installation's first one. */
export const listCategoriesInput = z.object({ at: z.optional(instant) });

/** Every version of one class, newest first. */
export const categoryHistoryInput = z.object({
  districtId: unitId,
  scheme: z.string().check(z.maxLength(40)),
  code: z.string().check(z.maxLength(60)),
});

/**
 * A new class, or a new version of one, from a moment on that lies not in the past; running cases keep the limits frozen on their order.
 * `expectedVersion` is the newest version the person saw, 0 for a new class.
 */
export const reviseCategoryInput = z.object({
  requestId,
  districtId: unitId,
  expectedVersion: z.int().check(z.gte(0)),
  category: caseCategory,
  parentCode: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
  sort: z._default(z.int().check(z.gte(0)), 0),
  validFrom: instant,
});
export type ReviseCategoryInput = z.infer<typeof reviseCategoryInput>;

/** Takes a class out of use from a moment on. */
export const retireCategoryInput = z.object({
  requestId,
  districtId: unitId,
  scheme: z.string().check(z.maxLength(40)),
  code: z.string().check(z.maxLength(60)),
  expectedVersion: z.int().check(z.gte(1)),
  validTo: instant,
});
export type RetireCategoryInput = z.infer<typeof retireCategoryInput>;

export const categoryRefusalCodes = [
  'notFound',
  'outsideScope',
  'versionChanged',
  'dateInPast',
  'parentUnknown',
  'departmentUnknown',
  'dutyUnknown',
  'inUseAsGroup',
] as const;
export type CategoryRefusalCode = (typeof categoryRefusalCodes)[number];
