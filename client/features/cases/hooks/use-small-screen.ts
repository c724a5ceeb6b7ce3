import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 1200px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether a list has room for one line a row, or takes two. */
export function useSmallScreen(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
