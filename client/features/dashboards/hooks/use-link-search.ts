import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { hrefOf, type LinkSearch, readLinkSearch } from './link-search.ts';

type Change = (part: { [K in keyof LinkSearch]?: LinkSearch[K] | undefined }) => void;

/** The list in the address of a page, and a way to change parts of it; `undefined` takes a part out. */
export function useLinkSearch(path: string): { search: LinkSearch; change: Change } {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = readLinkSearch(raw);
  const key = JSON.stringify(search);
  const change = useCallback<Change>(
    (part) => {
      const before: LinkSearch = JSON.parse(key);
      void navigate({ href: hrefOf(path, { ...before, ...part }), replace: true, resetScroll: false });
    },
    [key, navigate, path],
  );
  return { search, change };
}
