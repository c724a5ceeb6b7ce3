import { useSyncExternalStore } from 'react';
import { readRemembered, remember } from '../../../platform/index.ts';

const name = 'shortcuts';
const listeners = new Set<() => void>();
let on = readRemembered(name, ['on', 'off']) !== 'off';

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function turn(next: boolean): void {
  on = next;
  remember(name, next ? 'on' : 'off');
  for (const listener of listeners) listener();
}

/** Whether single keys act on this device; people who use speech or switch input turn them off. */
export function useShortcutsOn(): { on: boolean; turn: (next: boolean) => void } {
  return { on: useSyncExternalStore(subscribe, () => on), turn };
}
