import { expect, it } from 'vitest';
import type { UnitId } from '#shared/kernel/ids.ts';
import { linkOf } from './link-search.ts';
import { whistleListOf } from './whistle-list.ts';

const unit = '0190b1de-0000-7000-8000-000000000001';
const unitId = unit as UnitId;

it.each([
  [{}, { view: 'open', filters: {} }],
  [
    { view: 'overdue', unit },
    { view: 'overdue', filters: { unitId } },
  ],
  [{ view: 'dueSoon' }, { view: 'dueSoon', filters: {} }],
  [
    { view: 'all', unit, q: '积水' },
    { view: 'all', filters: { unitId, text: '积水' } },
  ],
  // what only cases have
  [{ view: 'supervised' }, null],
  [{ view: 'open', cat: 'GB/T 30428/01017' }, null],
  [{ view: 'open', states: 'accepted' }, null],
  [{ view: 'open', from: 1 }, null],
] as const)('%o shows the whistles of %o', (search, list) => {
  expect(whistleListOf(linkOf(search))).toEqual(list);
});
