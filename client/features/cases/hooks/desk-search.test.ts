import { describe, expect, it } from 'vitest';
import { deskHref, filtersOf, readDeskSearch } from './desk-search.ts';

const id = '0192f0c0-7a10-7000-8000-000000000001';

describe('the address of a list', () => {
  it.each([
    [{}, {}],
    [
      { view: 'overdue', sort: 'newest', q: '路灯', c: id },
      { view: 'overdue', sort: 'newest', q: '路灯', c: id },
    ],
    [{ view: 'nothing', c: 'x', q: '  ', cat: 'lamp' }, {}],
    [{ q: 2611 }, { q: '2611' }],
    [
      { cat: 'std/01007', unit: id },
      { cat: 'std/01007', unit: id },
    ],
  ])('%j', (raw, expected) => {
    expect(readDeskSearch(raw)).toEqual(expected);
  });
  it('asks the server with the same filters for rows, counts and map', () => {
    expect(filtersOf({ view: 'todo', q: '路灯', cat: 'std/01007' })).toEqual({
      text: '路灯',
      categoryScheme: 'std',
      categoryCode: '01007',
    });
  });
  it('writes a link that reads back', () => {
    const search = { view: 'todo', q: '3 栋', c: id } as const;
    const href = deskHref('/d', search);
    expect(readDeskSearch(Object.fromEntries(new URL(href, 'https://x.test').searchParams))).toEqual(search);
  });
});
