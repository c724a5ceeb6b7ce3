import { expect, test } from 'vitest';
import { bigrams, searchForm, searchTerms } from './bigrams.ts';
import { parentTile, tileOf } from './map-tiles.ts';

test.each([
  ['路灯不亮', ['路灯', '灯不', '不亮']],
  ['路灯，不亮', ['路灯', '不亮']],
  ['ＡＢ c', ['ab']],
  ['灯', []],
  ['灯灯灯', ['灯灯']],
  ['2611-0112', ['26', '61', '11', '01', '12']],
])('%s falls into %j', (text, grams) => {
  expect(bigrams(text)).toEqual(grams);
});

test('the grams of every typed word are among the grams of the text that holds it', () => {
  const text = '建设路 12 号，３栋２单元：路灯不亮 No.7';
  const grams = new Set(bigrams(text));
  for (const term of searchTerms('建设路 3栋2单元 no.7 灯不亮')) {
    expect(searchForm(text)).toContain(term);
    expect(bigrams(term).filter((gram) => !grams.has(gram))).toEqual([]);
  }
});

test('a tile lies in the tile above it', () => {
  const at = { lng: 112.905, lat: 27.825 };
  expect(tileOf({ ...at, zoom: 0 })).toBe('0/0');
  expect(parentTile(tileOf({ ...at, zoom: 17 }), 4)).toBe(tileOf({ ...at, zoom: 13 }));
});
