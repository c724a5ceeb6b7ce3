import type { Locale } from '#shared/kernel/label.ts';

type Part = string | false | null | undefined;
const given = (parts: readonly Part[]) => parts.filter((part): part is string => Boolean(part));

/** Names of equal rank: `甲、乙`, `A, B`. */
export function listed(parts: readonly Part[], locale: Locale): string {
  return given(parts).join(locale === 'zh' ? '、' : ', ');
}

/** Phrases of one sentence: `甲，乙`, `A, B`; what a part ends with gives way to the comma. */
export function phrased(parts: readonly Part[], locale: Locale): string {
  return given(parts)
    .map((part, index, all) => (index < all.length - 1 ? part.replace(/[。.，,；;]+$/u, '') : part))
    .join(locale === 'zh' ? '，' : ', ');
}

/** `段雪（房管所）`, `段雪 (Housing Office)`. */
export function withAside(word: string, aside: string, locale: Locale): string {
  return locale === 'zh' ? `${word}（${aside}）` : `${word} (${aside})`;
}
