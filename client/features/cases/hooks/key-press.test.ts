import { describe, expect, it } from 'vitest';
import { type KeyPlace, type KeyPress, shortcutOf } from './key-press.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...more,
});

describe('shortcuts', () => {
  const cases: readonly [string, KeyPress, KeyPlace, string | null][] = [
    ['a letter on the page', press('J'), 'page', 'j'],
    ['a letter on a button', press('j'), 'control', 'j'],
    ['Enter on the page', press('Enter'), 'page', 'enter'],
    ['Enter on a button belongs to the button', press('Enter'), 'control', null],
    ['a letter in a text field', press('j'), 'writing', null],
    ['composing with an input method', press('y', { isComposing: true }), 'page', null],
    ['key code 229 of an input method', press('y', { keyCode: 229 }), 'page', null],
    ['Ctrl+R stays the browser’s', press('r', { ctrlKey: true }), 'page', null],
    ['Command+C stays the system’s', press('c', { metaKey: true }), 'page', null],
    ['a key a part has taken', press('Escape', { defaultPrevented: true }), 'page', null],
    ['the question mark', press('?'), 'page', '?'],
  ];
  it.each(cases)('%s', (_name, event, place, expected) => {
    expect(shortcutOf(event, place)).toBe(expected);
  });
});
