import { describe, expect, it } from 'vitest';
import { isNarrowed, readWhistleSearch, whistleFiltersOf, whistleHref } from './whistle-search.ts';

const id = '0192f0c0-7a10-7000-8000-000000000001';
const nothing = { view: null, type: null, unit: null, dep: null };

describe('the address of a list of whistles', () => {
  it.each([
    [{}, nothing],
    [
      { view: 'hot', type: 'emergency', unit: id, dep: id },
      { view: 'hot', type: 'emergency', unit: id, dep: id },
    ],
    [{ view: 'nothing', type: 'loud', unit: 'x', dep: '7' }, nothing],
  ])('%j', (raw, expected) => {
    expect(readWhistleSearch(raw)).toEqual(expected);
    const written = new URL(whistleHref('/d/w', readWhistleSearch(raw)), 'https://x.test');
    expect(readWhistleSearch(Object.fromEntries(written.searchParams))).toEqual(expected);
  });
  it('asks the server for rows and counts with the same filters', () => {
    const search = readWhistleSearch({ view: 'open', type: 'appeal', unit: id, dep: id });
    expect(whistleFiltersOf(search)).toEqual({ types: ['appeal'], unitId: id, departmentId: id });
    expect([isNarrowed(search), isNarrowed(readWhistleSearch({ view: 'open' }))]).toEqual([true, false]);
  });
});
