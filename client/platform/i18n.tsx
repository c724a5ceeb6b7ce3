import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { fill, type Label, type Locale, locales } from '#shared/kernel/label.ts';
import { useDisplay } from './display.tsx';
import { readRemembered, remember } from './remembered.ts';

type LocaleState = { locale: Locale; setLocale: (locale: Locale) => void };
const LocaleContext = createContext<LocaleState>({ locale: 'zh', setLocale: () => undefined });

const htmlLang = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Locale, string>;

/** The language chosen on this device; Chinese until someone chooses. Also read by the request headers. */
export function rememberedLocale(): Locale {
  return readRemembered('locale', locales) ?? 'zh';
}

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, set] = useState<Locale>(rememberedLocale);
  useLayoutEffect(() => {
    document.documentElement.lang = htmlLang[locale];
  }, [locale]);
  const setLocale = useCallback((next: Locale) => {
    remember('locale', next);
    set(next);
  }, []);
  const value = useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>;
}

export function useLocale(): LocaleState {
  return useContext(LocaleContext);
}

export type Params = Readonly<Record<string, string | number>>;
export type Say = (label: Label, params?: Params) => string;

/** Picks the wording of a label: the language, and in 长辈版 the plain words where there are some. */
export function wording(label: Label, locale: Locale, plain: boolean): string {
  if (locale === 'en') return label.en;
  return (plain ? label.plain : undefined) ?? label.zh;
}

/** `say(label, { n: 3 })` in the language of the page. */
export function useLabel(): Say {
  const { locale } = useLocale();
  const { theme } = useDisplay();
  return useCallback((label, params) => fill(wording(label, locale, theme === 'elder'), params), [locale, theme]);
}

/** The texts of one component, each in both languages, checked when compiled. */
export function defineTexts<const T extends Readonly<Record<string, Label>>>(texts: T): T {
  return texts;
}
