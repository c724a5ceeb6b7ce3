import { createHash } from 'node:crypto';
import { readScheme, readSchemeOf } from '#server/modules/scoring/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant, LocalDate, LocalMonth } from '#shared/kernel/time.ts';
import type { Period } from '#shared/kernel/zone-time.ts';
import { addDays, monthsBetween } from '#shared/kernel/zone-time-dates.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import { type UnitScheme, unitSchemeOf, WHISTLE_FORMULA_VERSION } from '#shared/scoring/whistle-score.ts';
import { type MeasureRow, plainMeasure } from './measure-store.ts';

/** A month that was closed: the hash of what was counted then. */
export type ClosedMonth = { month: LocalMonth; asOf: Instant; hash: string };

/** Whole months that were all closed, one after the other, with what their rows do not hold themselves. */
export type ClosedMonths = { months: readonly ClosedMonth[]; asOf: Instant; registered: ReadonlyMap<string, number>; scheme: UnitScheme };

type Days = { from: LocalDate; to: LocalDate };

/** The calendar months these days are, from the first of one to the last of one; none when they are another stretch. */
function wholeMonths({ from, to }: Days): LocalMonth[] {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return from === `${first}-01` && !addDays(to, 1).startsWith(last) ? monthsBetween(first, last) : [];
}

/** What was stored of a period of whole months that are all closed: a month, a quarter, a year; null for every other. */
export async function readClosedMonths(db: Db, { districtId, ...days }: Days & { districtId: string }): Promise<ClosedMonths | null> {
  const wanted = wholeMonths(days);
  const rows = await db.whistleMonth.findMany({ where: { districtId, month: { in: wanted } }, orderBy: { month: 'asc' } });
  const [first] = rows;
  if (first === undefined || rows.length < wanted.length) return null;
  const registered = new Map<string, number>();
  for (const row of rows)
    for (const [id, count] of Object.entries(row.registered as Record<string, number>))
      registered.set(id, (registered.get(id) ?? 0) + count);
  const months = rows.map(({ month, asOf, hash }): ClosedMonth => ({ month, asOf: asOf.getTime(), hash }));
  // as for every period, the scheme of its first day
  const scheme = unitSchemeOf(await readSchemeOf(db, { districtId, score: first }));
  return { months, asOf: Math.max(...months.map(({ asOf }) => asOf)), registered, scheme };
}

/** Everything a closed month holds but its hash. */
type MonthContent = {
  districtId: string;
  month: LocalMonth;
  period: Period;
  schemeId: string;
  schemeVersion: number;
  asOf: Instant;
  registered: Readonly<Record<string, number>>;
  rows: readonly MeasureRow[];
};

/** The SHA-256 of the canonical JSON of a closed month. */
export function monthHash({ districtId, month, period, schemeId, schemeVersion, asOf, registered, rows }: MonthContent): string {
  const lines = rows.map((row) => canonicalJson(plainMeasure(row))).sort();
  const about = { formulaVersion: WHISTLE_FORMULA_VERSION, districtId, month, ...period, schemeId, schemeVersion, asOf, registered };
  return createHash('sha256')
    .update(canonicalJson({ ...about, rows: lines }))
    .digest('hex');
}

/** The scheme of the district in force on a day, as figures of whistles go by it. */
export async function readUnitScheme(db: Db | Tx, asked: { districtId: string; date: LocalDate }): Promise<UnitScheme> {
  return unitSchemeOf((await readScheme(db, asked)) ?? defaultScheme);
}
