import { expect, it } from 'vitest';
import { type Home, noticePath } from './notice-path.ts';

const id = '0190b1de-0000-7000-8000-000000000001';

it.each<[Home, 'case' | 'whistle', string]>([
  ['/d', 'case', `/d/c/${id}?do=sign`],
  ['/s', 'case', `/s/c/${id}?do=sign`],
  ['/a', 'case', `/d/c/${id}?do=sign`],
  ['/f', 'case', `/f/tasks/${id}?do=sign`],
  ['/r', 'case', `/r/c/${id}?do=sign`],
  ['/d', 'whistle', `/d/w/${id}?do=sign`],
  ['/s', 'whistle', `/s/w/${id}?do=sign`],
  ['/f', 'whistle', `/d/w/${id}?do=sign`],
])('from %s a %s opens with its act', (home, type, path) => {
  expect(noticePath(home, { subject: { type, id }, does: 'sign' })).toBe(path);
  expect(noticePath(home, { subject: { type, id }, does: null })).toBe(path.replace('?do=sign', ''));
});
