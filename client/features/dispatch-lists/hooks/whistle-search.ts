import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type WhistleFilters, type WhistleView, whistleViews } from '#shared/dispatch/whistle-queries.ts';
import { type WhistleType, whistleTypes } from '#shared/dispatch/whistle-schema.ts';
import { unitId } from '#shared/kernel/ids.ts';

/** What a list of whistles keeps in its address. */
export type WhistleSearch = { view: WhistleView | null; type: WhistleType | null; unit: string | null };

export function readWhistleSearch(raw: Readonly<Record<string, unknown>>): WhistleSearch {
  const unit = unitId.safeParse(raw['unit']);
  return {
    view: whistleViews.find((each) => each === raw['view']) ?? null,
    type: whistleTypes.find((each) => each === raw['type']) ?? null,
    unit: unit.success ? unit.data : null,
  };
}

/** The filters of an address, the same for rows and counts. */
export function whistleFiltersOf({ type, unit }: WhistleSearch): Pick<WhistleFilters, 'types' | 'unitId'> {
  const read = unitId.safeParse(unit);
  return { ...(type ? { types: [type] } : {}), ...(read.success ? { unitId: read.data } : {}) };
}

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
