import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type WhistleFilters, type WhistleView, whistleViews } from '#shared/dispatch/whistle-queries.ts';
import { type WhistleType, whistleTypes } from '#shared/dispatch/whistle-schema.ts';
import { departmentId, unitId } from '#shared/kernel/ids.ts';

/** What a list of whistles keeps in its address: the named list, type, an area of the territory and a unit that is called. */
export type WhistleSearch = { view: WhistleView | null; type: WhistleType | null; unit: string | null; dep: string | null };

/** Reads an address; what is not understood is left out, so that an old link still opens the page. */
export function readWhistleSearch(raw: Readonly<Record<string, unknown>>): WhistleSearch {
  const unit = unitId.safeParse(raw['unit']);
  const dep = departmentId.safeParse(raw['dep']);
  return {
    view: whistleViews.find((each) => each === raw['view']) ?? null,
    type: whistleTypes.find((each) => each === raw['type']) ?? null,
    unit: unit.success ? unit.data : null,
    dep: dep.success ? dep.data : null,
  };
}

/** The filters of an address, the same for rows and counts. */
export function whistleFiltersOf({ type, unit, dep }: WhistleSearch): Pick<WhistleFilters, 'types' | 'unitId' | 'departmentId'> {
  const area = unitId.safeParse(unit);
  const called = departmentId.safeParse(dep);
  return {
    ...(type ? { types: [type] } : {}),
    ...(area.success ? { unitId: area.data } : {}),
    ...(called.success ? { departmentId: called.data } : {}),
  };
}

/** Whether anything narrows the list beside its name. */
export const isNarrowed = ({ type, unit, dep }: WhistleSearch) => Boolean(type || unit || dep);
export const widened = { type: null, unit: null, dep: null } as const satisfies Partial<WhistleSearch>;

/** The same state as an address, for links. */
export function whistleHref(path: string, search: Partial<WhistleSearch>): string {
  const parts = Object.entries(search).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const query = new URLSearchParams(parts).toString();
  return query ? `${path}?${query}` : path;
}

/** The state of the page in its address, and a way to change parts of it. */
export function useWhistleSearch(path: string): { search: WhistleSearch; change: (part: Partial<WhistleSearch>) => void } {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (part: Partial<WhistleSearch>) => {
      const now = Object.fromEntries(new URLSearchParams(window.location.search));
      void navigate({ href: whistleHref(path, { ...readWhistleSearch(now), ...part }), replace: true });
    },
    [navigate, path],
  );
  return { search: readWhistleSearch(raw), change };
}
