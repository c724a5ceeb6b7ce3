import { useSyncExternalStore } from 'react';
import { type DeskSearch, deskHref, readDeskSearch } from './desk-search.ts';

/** A list with its filters under a name of one's own, kept on this device. */
export type SavedView = { name: string; href: string; search: DeskSearch };

const key = 'gridwhistle.savedViews';
const most = 12;
const listeners = new Set<() => void>();
let saved: readonly SavedView[] = read();

function read(): SavedView[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((each: { name?: unknown; search?: unknown } | null) => {
      if (typeof each?.name !== 'string' || typeof each.search !== 'object' || each.search === null) return [];
      const search = readDeskSearch({ ...each.search });
      return [{ name: each.name, search, href: deskHref('/d', search) }];
    });
  } catch {
    return [];
  }
}

function write(next: readonly SavedView[]): void {
  saved = next.slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(saved.map(({ name, search }) => ({ name, search }))));
  } catch {
    // the views still hold while the page is open
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSavedViews(): {
  saved: readonly SavedView[];
  save: (name: string, search: DeskSearch) => void;
  drop: (href: string) => void;
} {
  const save = (name: string, { c: _open, ...search }: DeskSearch) => {
    const href = deskHref('/d', search);
    write([...saved.filter((each) => each.href !== href), { name, search, href }]);
  };
  const drop = (href: string) => write(saved.filter((each) => each.href !== href));
  return { saved: useSyncExternalStore(subscribe, () => saved), save, drop };
}
