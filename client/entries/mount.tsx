import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyRememberedTheme, type Theme } from '../platform/display.tsx';

/** Puts an entry's page in place of its static shell, in the theme this device remembers. */
export function mount(page: ReactNode, themes: readonly Theme[]): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  if (themes.length > 0) applyRememberedTheme(themes);
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
