import { useEffect, useRef } from 'react';
import { placeOf, shortcutOf } from './key-press.ts';
import { useShortcutsOn } from './use-shortcuts-on.ts';

export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

/** Keys that are not single letters work even when single keys are switched off. */
const always: readonly string[] = ['escape'];

/** Binds keys for the page; silent while a dialog is open, while text is written, and when single keys are switched off. */
export function useKeys(keys: KeyMap): void {
  const { on } = useShortcutsOn();
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = shortcutOf(event, placeOf(event.target));
      if (key === null || (!on && !always.includes(key))) return;
      if (document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]')) return;
      const act = current.current[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}
