import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type DeskSearch, readDeskSearch } from './desk-search.ts';

/** The state of a page in its address, and a way to change parts of it; `undefined` takes a part out. */
export function useDeskSearch(): {
  search: DeskSearch;
  change: (part: { [K in keyof DeskSearch]?: DeskSearch[K] | undefined }, options?: { push?: boolean }) => void;
} {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback<ReturnType<typeof useDeskSearch>['change']>(
    (part, options) => {
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) => readDeskSearch({ ...before, ...part }),
        replace: !options?.push,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { search: readDeskSearch(raw), change };
}
