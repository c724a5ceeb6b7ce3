import { describe, expect, it } from 'vitest';
import { fenOf, yuan } from './plan-words.ts';

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
