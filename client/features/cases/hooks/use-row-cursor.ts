import { useCallback, useEffect, useState } from 'react';

/** The row the keys J and K move; it follows the open row and stays on the list when rows come and go. */
export function useRowCursor(ids: readonly string[], open: string | undefined) {
  const [wanted, setWanted] = useState<string | null>(open ?? null);
  useEffect(() => {
    if (open) setWanted(open);
  }, [open]);
  const cursor = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null);
  const move = useCallback(
    (step: 1 | -1): string | null => {
      const at = cursor === null ? -1 : ids.indexOf(cursor);
      const next = ids[Math.max(0, Math.min(ids.length - 1, at + step))] ?? null;
      setWanted(next);
      if (next) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(next)}"]`)?.focus();
      return next;
    },
    [cursor, ids],
  );
  return { cursor, move, setCursor: setWanted };
}
