import type { Locale } from '#shared/kernel/label.ts';
import type { LocalDate } from '#shared/kernel/time.ts';

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

const parts = (date: LocalDate) => date.split('-').map(Number);

/** `12月3–4日`, `12月30日–1月2日`, `3–4/12`: the days of a task. */
export function daySpan({ from, to }: { from: LocalDate; to: LocalDate }, locale: Locale): string {
  const [, monthA = 0, dayA = 0] = parts(from);
  const [, monthB = 0, dayB = 0] = parts(to);
  const day = (month: number, of: number) => (locale === 'zh' ? `${month}月${of}日` : `${of}/${month}`);
  if (from === to) return day(monthA, dayA);
  if (monthA !== monthB) return `${day(monthA, dayA)}–${day(monthB, dayB)}`;
  return locale === 'zh' ? `${monthA}月${dayA}–${dayB}日` : `${dayA}–${dayB}/${monthA}`;
}
