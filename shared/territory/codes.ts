import type { Refusal } from '../kernel/decision.ts';
import type { Position } from '../kernel/place.ts';

/** Kinds of street-level unit by the three digits after the county (GB/T 10114 practice): 001–099, 100–199, 200–399, 400–599. */
export const streetKinds = ['subdistrict', 'town', 'township', 'enterprise'] as const;
export type StreetKind = (typeof streetKinds)[number];

export const codeRefusals = ['notDigits', 'wrongLength', 'unknownCounty', 'unknownStreetKind', 'zeroPart', 'outsideParent'] as const;
export type CodeRefusal = (typeof codeRefusals)[number];

export type Parsed<T> = { ok: true; value: T } | { ok: false; refusal: Refusal<CodeRefusal> };

export type StreetCode = { county: string; street: string; kind: StreetKind };
export type CommunityCode = StreetCode & { community: string };
export type CellCode = CommunityCode & { cell: string };

const no = (code: CodeRefusal, params: Readonly<Record<string, string | number>>): Parsed<never> => ({
  ok: false,
  refusal: { code, params },
});

/** Reads a 6-digit county code (GB/T 2260). Refuses another length, other signs and a province part below 11. */
export function parseCountyCode(code: string): Parsed<{ county: string }> {
  const refused = digits(code, 6);
  if (refused) return refused;
  return Number(code.slice(0, 2)) < 11 ? no('unknownCounty', { given: code }) : { ok: true, value: { county: code } };
}

/** Reads a 9-digit street code: 6 county + 3 street; the street part tells the kind. */
export function parseStreetCode(code: string): Parsed<StreetCode> {
  const refused = digits(code, 9);
  if (refused) return refused;
  const county = parseCountyCode(code.slice(0, 6));
  if (!county.ok) return county;
  const street = code.slice(6, 9);
  if (street === '000') return no('zeroPart', { part: 'street', given: code });
  const kind = streetKindOf(Number(street));
  return kind ? { ok: true, value: { ...county.value, street, kind } } : no('unknownStreetKind', { given: street });
}

/** Reads a 12-digit community code: street code + 3 community. */
export function parseCommunityCode(code: string): Parsed<CommunityCode> {
  const refused = digits(code, 12);
  if (refused) return refused;
  const street = parseStreetCode(code.slice(0, 9));
  if (!street.ok) return street;
  const community = code.slice(9, 12);
  return community === '000' ? no('zeroPart', { part: 'community', given: code }) : { ok: true, value: { ...street.value, community } };
}

/** Reads a 15-digit cell or grid code: community code + 3 sequence. `370102013006008` = cell 008 of community 006. */
export function parseCellCode(code: string): Parsed<CellCode> {
  const refused = digits(code, 15);
  if (refused) return refused;
  const community = parseCommunityCode(code.slice(0, 12));
  if (!community.ok) return community;
  const cell = code.slice(12, 15);
  return cell === '000' ? no('zeroPart', { part: 'cell', given: code }) : { ok: true, value: { ...community.value, cell } };
}

/** Refuses a code that does not begin with its parent's; null when it fits. */
export function checkCodeUnder(code: string, parentCode: string): Refusal<CodeRefusal> | null {
  return code.startsWith(parentCode) ? null : { code: 'outsideParent', params: { given: code, parent: parentCode } };
}

/**
 * Gives cells of one community their 15-digit codes: rows from north to south, in a row from west to east (DB11
 * practice). Rows are bands of equal height, about as many as there are columns; ties go by id.
 */
export function numberCells(communityCode: string, cells: readonly { id: string; at: Position }[]): Map<string, string> {
  const lats = cells.map((cell) => cell.at[1]);
  const north = Math.max(...lats);
  const bandHeight = (north - Math.min(...lats)) / Math.max(1, Math.round(Math.sqrt(cells.length)));
  const bandOf = (lat: number) =>
    bandHeight === 0 ? 0 : Math.min(Math.floor((north - lat) / bandHeight), Math.round(Math.sqrt(cells.length)) - 1);
  const ordered = [...cells].sort((a, b) => bandOf(a.at[1]) - bandOf(b.at[1]) || a.at[0] - b.at[0] || (a.id < b.id ? -1 : 1));
  return new Map(ordered.map((cell, index) => [cell.id, `${communityCode}${String(index + 1).padStart(3, '0')}`]));
}

function digits(code: string, length: number): Parsed<never> | null {
  if (!/^\d+$/.test(code)) return no('notDigits', { given: code });
  return code.length === length ? null : no('wrongLength', { length, given: code.length });
}

function streetKindOf(street: number): StreetKind | null {
  if (street <= 99) return 'subdistrict';
  if (street <= 199) return 'town';
  if (street <= 399) return 'township';
  return street <= 599 ? 'enterprise' : null;
}
