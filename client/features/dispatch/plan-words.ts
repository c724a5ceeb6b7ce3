import type { Locale } from '#shared/kernel/label.ts';

/** `18 000` or `3 100.50`: fen as yuan, thousands apart, the fen only where there are some. */
export function yuan(fen: number, locale: Locale): string {
  const text = (fen / 100).toLocaleString('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 });
  return locale === 'zh' ? text.replaceAll(',', ' ') : text;
}

/** Yuan as typed to fen; an empty field is nothing, words that are no figure stay NaN for the schema to refuse. */
export function fenOf(typed: string): number {
  const text = typed.replace(/[\s,，]/gu, '');
  return text === '' ? 0 : Math.round(Number(text) * 100);
}
