import type { CaseFilters, CaseView } from '#shared/cases/case-queries.ts';
import { caseViews } from '#shared/cases/case-queries.ts';
import { type CaseState, caseStates, openStates } from '#shared/cases/cases-schema.ts';
import { acceptedStates, type CaseListLink, waitingStates } from '#shared/dashboards/dashboards-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { wordsOfAddress } from '../../../platform/private-words.ts';

/** Sets of states that have a name of their own; an address says the name. */
export const stateSets = { open: openStates, accepted: acceptedStates, waiting: waitingStates } as const satisfies Record<
  string,
  readonly CaseState[]
>;
export type StateSet = keyof typeof stateSets;

/** What the address of a list keeps; instants are whole numbers. */
export type LinkSearch = {
  view?: CaseView;
  unit?: string;
  states?: string;
  cat?: string;
  from?: number;
  to?: number;
  closedFrom?: number;
  closedTo?: number;
  q?: string;
  /** the open case */
  c?: string;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);
const isInstant = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** Reads an address; what is not understood is left out, so that an old link still opens a page. */
export function readLinkSearch(raw: Readonly<Record<string, unknown>>): LinkSearch {
  const { unit, states, cat, from, to, closedFrom, closedTo, q, c } = raw;
  const view = caseViews.find((each) => each === raw['view']);
  return {
    ...(view ? { view } : {}),
    ...(isUuid(unit) ? { unit } : {}),
    ...(typeof states === 'string' && statesOf(states) ? { states } : {}),
    ...(typeof cat === 'string' && cat.includes('/') ? { cat: cat.slice(0, 120) } : {}),
    ...(isInstant(from) ? { from } : {}),
    ...(isInstant(to) ? { to } : {}),
    ...(isInstant(closedFrom) ? { closedFrom } : {}),
    ...(isInstant(closedTo) ? { closedTo } : {}),
    ...(q !== undefined && String(q).trim() !== '' ? { q: String(q).slice(0, 100) } : {}),
    ...(isUuid(c) ? { c } : {}),
  };
}

/** The named set an address means, if it is one. */
export function setOf(states: string | undefined): StateSet | null {
  return states !== undefined && Object.hasOwn(stateSets, states) ? (states as StateSet) : null;
}

function statesOf(text: string): CaseState[] | null {
  const set = setOf(text);
  if (set) return [...stateSets[set]];
  const named = text.split(',').flatMap((word) => caseStates.find((state) => state === word) ?? []);
  return named.length > 0 ? named : null;
}

/** The list an address asks for, as the server reads it. */
export function linkOf({ view = 'open', unit, states, cat, from, to, closedFrom, closedTo, q }: LinkSearch): CaseListLink {
  // the scheme may hold a slash (GB/T), a code never does
  const cut = cat?.lastIndexOf('/') ?? -1;
  const named = states === undefined ? null : statesOf(states);
  const filters: CaseFilters = {
    ...(unit ? { unitId: unit as UnitId } : {}),
    ...(named ? { states: named } : {}),
    ...(cat && cut > 0 ? { categoryScheme: cat.slice(0, cut), categoryCode: cat.slice(cut + 1) } : {}),
    ...(from === undefined ? {} : { reportedFrom: from }),
    ...(to === undefined ? {} : { reportedTo: to }),
    ...(closedFrom === undefined ? {} : { closedFrom }),
    ...(closedTo === undefined ? {} : { closedTo }),
    ...(q ? { text: wordsOfAddress(q) } : {}),
  };
  return { view, filters };
}

function nameOfStates(states: readonly CaseState[]): string {
  const same = (set: readonly CaseState[]) => set.length === states.length && set.every((state) => states.includes(state));
  if (same(openStates)) return 'open';
  if (same(acceptedStates)) return 'accepted';
  return same(waitingStates) ? 'waiting' : states.join(',');
}

/** The address of a list. */
export function searchOf({ view, filters }: CaseListLink): LinkSearch {
  const { unitId, states, categoryScheme, categoryCode, reportedFrom, reportedTo, closedFrom, closedTo, text } = filters;
  return {
    view,
    ...(unitId ? { unit: unitId } : {}),
    ...(states ? { states: nameOfStates(states) } : {}),
    ...(categoryScheme && categoryCode ? { cat: `${categoryScheme}/${categoryCode}` } : {}),
    ...(reportedFrom === undefined ? {} : { from: reportedFrom }),
    ...(reportedTo === undefined ? {} : { to: reportedTo }),
    ...(closedFrom === undefined ? {} : { closedFrom }),
    ...(closedTo === undefined ? {} : { closedTo }),
    ...(text ? { q: text } : {}),
  };
}

/** A path with its search, as the kit's links take it. */
export function hrefOf(path: string, search: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(search).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, String(value)]]));
  const query = new URLSearchParams(entries).toString();
  return query ? `${path}?${query}` : path;
}

/** Where the list of a number opens. */
export function listHref(link: CaseListLink, path = '/s/cases'): string {
  return hrefOf(path, searchOf(link));
}
