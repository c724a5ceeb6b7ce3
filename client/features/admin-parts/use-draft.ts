import { useCallback, useState } from 'react';

/** What a form holds, and whether it differs from where it began. */
export function useDraft<V extends object>(start: V) {
  const [origin, setOrigin] = useState(start);
  const [values, setValues] = useState(start);
  const set = useCallback(<K extends keyof V>(key: K, value: V[K]) => setValues((before) => ({ ...before, [key]: value })), []);
  const reset = useCallback((to: V) => {
    setOrigin(to);
    setValues(to);
  }, []);
  return { values, set, reset, dirty: JSON.stringify(origin) !== JSON.stringify(values) };
}
