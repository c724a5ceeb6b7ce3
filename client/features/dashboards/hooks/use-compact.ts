import { useSyncExternalStore } from 'react';

const query = '(max-width: 900px)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether there is room for one thing only: a list, or a case. */
export function useCompact(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
