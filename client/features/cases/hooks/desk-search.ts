import { type CaseSort, type CaseView, caseSorts, caseViews } from '#shared/cases/case-queries.ts';
import { wordsOfAddress } from '../../../platform/private-words.ts';

/** What a list page keeps in its address: everything needed to come back to the same rows and the same open case. */
export type DeskSearch = {
  view?: CaseView;
  sort?: CaseSort;
  /** words, a number or a place */
  q?: string;
  /** category as `scheme/code` */
  cat?: string;
  /** a unit of the territory */
  unit?: string;
  /** the open case */
  c?: string;
  /** the open whistle; one of the two stands beside the list */
  w?: string;
};

const text = (value: unknown, most: number): string | undefined => {
  const written = typeof value === 'number' ? String(value) : value;
  return typeof written === 'string' && written.trim() !== '' ? written.slice(0, most) : undefined;
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const id = (value: unknown): string | undefined => (typeof value === 'string' && uuid.test(value) ? value : undefined);

/** Reads an address; what is not understood is left out, so that an old link still opens the page. */
export function readDeskSearch(raw: Readonly<Record<string, unknown>>): DeskSearch {
  const view = caseViews.find((each) => each === raw['view']);
  const sort = caseSorts.find((each) => each === raw['sort']);
  const q = text(raw['q'], 100);
  const cat = text(raw['cat'], 120);
  const unit = id(raw['unit']);
  const c = id(raw['c']);
  const w = c === undefined ? id(raw['w']) : undefined;
  return {
    ...(view ? { view } : {}),
    ...(sort ? { sort } : {}),
    ...(q ? { q } : {}),
    ...(cat?.includes('/') ? { cat } : {}),
    ...(unit ? { unit } : {}),
    ...(c ? { c } : {}),
    ...(w ? { w } : {}),
  };
}

/** The filters of the address as the lists, counts and the map ask for them. */
export function filtersOf({ q, cat, unit }: DeskSearch): {
  text?: string;
  categoryScheme?: string;
  categoryCode?: string;
  unitId?: string;
} {
  const cut = cat?.lastIndexOf('/') ?? -1;
  return {
    ...(q ? { text: wordsOfAddress(q) } : {}),
    ...(cat && cut > 0 ? { categoryScheme: cat.slice(0, cut), categoryCode: cat.slice(cut + 1) } : {}),
    ...(unit ? { unitId: unit } : {}),
  };
}

/** The same state as an address, for links. */
export function deskHref(path: string, search: DeskSearch): string {
  const query = new URLSearchParams(Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const written = query.toString();
  return written ? `${path}?${written}` : path;
}
