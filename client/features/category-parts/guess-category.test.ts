import { describe, expect, it } from 'vitest';
import { guessCategory } from './guess-category.ts';

const categories = [
  { code: '01007', name: { zh: '路灯不亮', en: 'Street lamp out' } },
  { code: '11002', name: { zh: '暴露垃圾', en: 'Rubbish' } },
  { code: '03002', name: { zh: '垃圾箱', en: 'Bins' } },
  { code: 'own.thing', name: { zh: '井边石凳', en: 'Stone bench' } },
];

describe('guessCategory', () => {
  it.each([
    ['三栋楼下的路灯不亮三天了', '01007'],
    ['楼下好黑', '01007'],
    ['垃圾没人收', '11002'],
    ['垃圾箱坏了', '03002'],
    ['井边石凳断了', 'own.thing'],
    ['谢谢你们', undefined],
    ['', undefined],
  ])('%s', (text, code) => {
    expect(guessCategory(text, categories)?.code).toBe(code);
  });
});
