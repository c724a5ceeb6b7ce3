import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { readRemembered, remember } from './remembered.ts';

/** base; 长辈版; 强光 for outdoors; the dark wall. */
export const themes = ['base', 'elder', 'sun', 'wall'] as const;
export type Theme = (typeof themes)[number];

type Display = { theme: Theme; setTheme: (theme: Theme) => void };
const DisplayContext = createContext<Display>({ theme: 'base', setTheme: () => undefined });

function paint(theme: Theme): void {
  if (theme === 'base') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Puts the remembered theme on the page before the first paint; call it first in an entry. */
export function applyRememberedTheme(offered: readonly Theme[]): Theme {
  const theme = readRemembered('theme', offered) ?? 'base';
  paint(theme);
  return theme;
}

/** Holds the theme and remembers a change on this device. `fixed` is for the wall and the gallery. */
export function DisplayProvider({ offered, fixed, children }: { offered: readonly Theme[]; fixed?: Theme; children: ReactNode }) {
  const [chosen, setChosen] = useState<Theme>(() => readRemembered('theme', offered) ?? 'base');
  const theme = fixed ?? chosen;
  useLayoutEffect(() => {
    if (fixed === undefined) paint(theme);
  }, [theme, fixed]);
  const setTheme = useCallback((next: Theme) => {
    remember('theme', next);
    setChosen(next);
  }, []);
  const value = useMemo(() => ({ theme, setTheme }), [theme, setTheme]);
  return <DisplayContext.Provider value={value}>{children}</DisplayContext.Provider>;
}

export function useDisplay(): Display {
  return useContext(DisplayContext);
}
