import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window is at most so many pixels wide. */
export function useScreenUpTo(pixels: number): boolean {
  const query = `(max-width: ${pixels}px)`;
  const subscribe = useCallback(
    (listener: () => void) => {
      const watched = window.matchMedia(query);
      watched.addEventListener('change', listener);
      return () => watched.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Whether a list has room for one line a row, or takes two. */
export const useSmallScreen = (): boolean => useScreenUpTo(1200);
/** Whether a list has room for what and until when alone. */
export const usePhone = (): boolean => useScreenUpTo(640);
