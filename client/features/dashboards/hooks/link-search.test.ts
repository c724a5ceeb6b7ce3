import { describe, expect, it } from 'vitest';
import { acceptedStates, type CaseListLink } from '#shared/dashboards/dashboards-schema.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { hrefOf, linkOf, readLinkSearch, searchOf } from './link-search.ts';

const unit = unitId.parse('01890a5d-ac96-774b-bcce-b302099a8057');
const links: readonly CaseListLink[] = [
  { view: 'overdue', filters: { unitId: unit } },
  { view: 'newToday', filters: { unitId: unit, states: [...acceptedStates] } },
  { view: 'all', filters: { unitId: unit, states: ['closed', 'void'] } },
  { view: 'open', filters: { unitId: unit, categoryScheme: 'GB/T 30428', categoryCode: '01017', reportedFrom: 1_794_877_200_000 } },
  { view: 'all', filters: { closedFrom: 1, closedTo: 2, text: '路灯' } },
];

/** As the router reads an address: whole numbers become numbers. */
function parsed(href: string): Record<string, unknown> {
  const entries = [...new URL(href, 'http://x').searchParams].map(([key, value]) => [key, /^\d+$/.test(value) ? Number(value) : value]);
  return Object.fromEntries(entries);
}

describe('the address of a list', () => {
  it.each(links)('leads back to the same rows: $view', (link) => {
    expect(linkOf(readLinkSearch(parsed(hrefOf('/s/cases', searchOf(link)))))).toEqual(link);
  });

  it('leaves out what it does not understand', () => {
    expect(readLinkSearch({ view: 'nothing', unit: 'x', states: 'odd', from: 'soon', c: 3 })).toEqual({});
  });
});
