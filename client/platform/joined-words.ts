import { useMemo } from 'react';
import type { Locale } from '#shared/kernel/label.ts';
import { useLocale } from './i18n.tsx';

type WordPart = string | false | null | undefined;
const given = (parts: readonly WordPart[]) => parts.filter((part): part is string => Boolean(part));

/** Names of equal rank: `甲、乙`, `A, B`. */
export function listed(parts: readonly WordPart[], locale: Locale): string {
  return given(parts).join(locale === 'zh' ? '、' : ', ');
}

/** Phrases of one sentence: `甲，乙`, `A, B`; what a part ends with gives way to the comma. */
export function phrased(parts: readonly WordPart[], locale: Locale): string {
  return given(parts)
    .map((part, index, all) => (index < all.length - 1 ? part.replace(/[。.，,；;]+$/u, '') : part))
    .join(locale === 'zh' ? '，' : ', ');
}

/** Words as a sentence: `甲。`, `A.` */
export function sentence(words: string, locale: Locale): string {
  return `${words.replace(/[。.]+$/u, '')}${locale === 'zh' ? '。' : '.'}`;
}

/** `段雪（房管所）`, `段雪 (Housing Office)`. */
export function withAside(word: string, aside: string, locale: Locale): string {
  return locale === 'zh' ? `${word}（${aside}）` : `${word} (${aside})`;
}

/** What is said of a term: `作废：写错了`, `Void: a mistake`; alone when either is missing. */
function termed(parts: readonly WordPart[], locale: Locale): string {
  return given(parts).join(locale === 'zh' ? '：' : ': ');
}

/** Groups that hold commas themselves: `甲，乙；丙`, `A, B; C`. */
function grouped(parts: readonly WordPart[], locale: Locale): string {
  return given(parts).join(locale === 'zh' ? '；' : '; ');
}

/** The same in the language of the page. */
export function useJoined() {
  const { locale } = useLocale();
  return useMemo(() => joinedIn(locale), [locale]);
}

export type Joined = ReturnType<typeof joinedIn>;

/** Every way of putting words beside each other, in one language. */
export function joinedIn(locale: Locale) {
  return {
    listed: (...parts: readonly WordPart[]) => listed(parts, locale),
    phrased: (...parts: readonly WordPart[]) => phrased(parts, locale),
    termed: (...parts: readonly WordPart[]) => termed(parts, locale),
    grouped: (...parts: readonly WordPart[]) => grouped(parts, locale),
    sentence: (words: string) => sentence(words, locale),
    withAside: (word: string, aside: string) => withAside(word, aside, locale),
  };
}
