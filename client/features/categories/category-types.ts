import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { CaseCategory, CaseLimits } from '#shared/cases/cases-schema.ts';

export type Entry = inferRouterOutputs<AppRouter>['categories']['list'][number];
export type LimitName = keyof CaseLimits;
export type LimitDraft = CaseCategory['limits'];

export const limitNames = [
  'accept',
  'sign',
  'contact',
  'finish',
  'extension',
  'objection',
  'inspection',
  'callback',
] as const satisfies readonly LimitName[];

/** One class, as the address names it. */
export function keyOf({ scheme, code }: { scheme: string; code: string }): string {
  return `${scheme}~${code}`;
}

/** What of an entry an administrator writes. */
export function categoryOf(entry: Entry): CaseCategory {
  const { parentCode: _parent, version: _version, sort: _sort, validFrom: _from, validTo: _to, ...category } = entry;
  return category;
}
