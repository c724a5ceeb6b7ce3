import { useCallback, useMemo, useRef, useState } from 'react';

export type KeptDraft<T> = { draft: T; change: (patch: Partial<T>) => void; replace: (next: T) => void; clear: () => void };
type DraftRules<T> = { key: string; read: (stored: string | null) => T | null; fresh: () => T; stamp: (draft: T) => T };

function load(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // private mode: the draft lasts for the page
  }
}

/** One unfinished form on this device: every change is stored before the page shows it. `rules` must not change. */
export function useKeptDraft<T>(rules: DraftRules<T>): KeptDraft<T> {
  const { key, read, fresh, stamp } = useRef(rules).current;
  const [draft, show] = useState<T>(() => read(load(key)) ?? fresh());
  const latest = useRef(draft);
  const set = useCallback(
    (next: T, kept: boolean) => {
      latest.current = next;
      store(key, kept ? JSON.stringify(next) : null);
      show(next);
    },
    [key],
  );
  const change = useCallback((patch: Partial<T>) => set(stamp({ ...latest.current, ...patch }), true), [set, stamp]);
  const replace = useCallback((next: T) => set(stamp(next), true), [set, stamp]);
  const clear = useCallback(() => set(fresh(), false), [set, fresh]);
  return useMemo(() => ({ draft, change, replace, clear }), [draft, change, replace, clear]);
}
