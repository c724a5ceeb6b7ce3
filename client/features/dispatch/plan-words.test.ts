import { describe, expect, it } from 'vitest';
import { daySpan, fenOf, yuan } from './plan-words.ts';

describe('money of a plan', () => {
  it.each([
    [1_800_000, 'zh', '18 000'],
    [310_050, 'zh', '3 100.50'],
    [0, 'zh', '0'],
    [1_800_000, 'en', '18,000'],
  ] as const)('writes %d fen in %s', (fen, locale, text) => {
    expect(yuan(fen, locale)).toBe(text);
  });
  it.each([
    ['18 000', 1_800_000],
    ['3,100.5', 310_050],
    ['0.29', 29],
    ['', 0],
  ] as const)('reads %j as yuan', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });
  it('leaves words that are no figure for the schema to refuse', () => {
    expect(fenOf('很多')).toBeNaN();
  });
});

describe('the days of a task', () => {
  it.each([
    ['2026-12-03', '2026-12-04', '12月3–4日'],
    ['2026-12-16', '2026-12-16', '12月16日'],
    ['2026-12-30', '2027-01-02', '12月30日–1月2日'],
  ] as const)('%s to %s', (from, to, text) => {
    expect(daySpan({ from, to }, 'zh')).toBe(text);
  });
});
