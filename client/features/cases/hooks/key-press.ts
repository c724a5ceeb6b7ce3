/** What of a key event decides whether it is one of ours. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'>;
/** Where the key was pressed: in a field that takes text, on a control that has the key itself, or on the page. */
export type KeyPlace = 'writing' | 'control' | 'page';

/** What an input method reports for every key while it composes, also where `isComposing` is missing (信创 browsers). */
const COMPOSING = 229;
/** Keys a focused button, link, box or row uses itself. */
const ownKeys: readonly string[] = ['Enter', ' '];

/** The name of the shortcut, or null when the press is none: composing, a browser chord, typed text, or the control's own key. */
export function shortcutOf(press: KeyPress, place: KeyPlace): string | null {
  if (press.defaultPrevented || press.isComposing || press.keyCode === COMPOSING) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (place === 'writing') return null;
  if (place === 'control' && ownKeys.includes(press.key)) return null;
  return press.key.toLowerCase();
}

const writing = 'textarea, select, [contenteditable="true"], input:not([type="checkbox"]):not([type="radio"]):not([type="button"])';
const controls = 'button, a[href], summary, input, tr[data-row]';
/** The row of a queue that is open already: Enter has nothing to open there and goes on to the page. */
const openRow = 'button[data-row][aria-current="true"]';

export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(writing)) return 'writing';
  const control = target.closest(controls);
  return control && !control.matches(openRow) ? 'control' : 'page';
}
