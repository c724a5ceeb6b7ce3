import { expect, it } from 'vitest';
import { isNamedIn } from './is-named-in.ts';

it.each([
  ['方家坪小区 3 栋', '方家坪小区', true],
  ['方家坪小区 3 栋', '3栋', true],
  ['方家坪小区 3 栋', '03网格', false],
  ['四环胡同 28 号院', '友谊河社区', false],
])('%s says %s: %s', (address, name, said) => {
  expect(isNamedIn(address, name)).toBe(said);
});
