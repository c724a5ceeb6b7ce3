import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type DutySearch = { text: string; ended: boolean };

const read = (raw: Readonly<Record<string, unknown>>): DutySearch => ({
  // the router reads a code like 9 as a number
  text: typeof raw['find'] === 'string' ? raw['find'].slice(0, 60) : typeof raw['find'] === 'number' ? String(raw['find']) : '',
  ended: raw['ended'] === 1 || raw['ended'] === '1',
});

/** What the page of the duty list keeps in its address. */
export function useDutySearch(): { search: DutySearch; change: (part: Partial<DutySearch>) => void } {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = read(raw);
  const { text, ended } = search;
  const change = useCallback(
    (part: Partial<DutySearch>) => {
      const next = { text, ended, ...part };
      const query = new URLSearchParams([...(next.text ? [['find', next.text]] : []), ...(next.ended ? [['ended', '1']] : [])]).toString();
      void navigate({ href: query ? `${window.location.pathname}?${query}` : window.location.pathname, replace: true });
    },
    [navigate, text, ended],
  );
  return { search, change };
}
