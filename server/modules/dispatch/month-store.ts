import { readScheme, readSchemeOf } from '#server/modules/scoring/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { Instant, LocalDate, LocalMonth } from '#shared/kernel/time.ts';
import { addDays } from '#shared/kernel/zone-time-dates.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import { type UnitScheme, unitSchemeOf } from '#shared/scoring/whistle-score.ts';

/** A month that was closed: what its rows do not hold themselves. */
export type ClosedMonth = { month: LocalMonth; asOf: Instant; hash: string; registered: ReadonlyMap<string, number>; scheme: UnitScheme };

type Days = { from: LocalDate; to: LocalDate };

/** The calendar month these days are, from its first to its last; null when they are another stretch. */
export function wholeMonth({ from, to }: Days): LocalMonth | null {
  const month = from.slice(0, 7);
  return from === `${month}-01` && to.startsWith(month) && !addDays(to, 1).startsWith(month) ? month : null;
}

/** What was stored of a period that is one closed month; null for every other. */
export async function readClosedMonth(db: Db, { districtId, ...days }: Days & { districtId: string }): Promise<ClosedMonth | null> {
  const month = wholeMonth(days);
  const row = month === null ? null : await db.whistleMonth.findUnique({ where: { districtId_month: { districtId, month } } });
  if (row === null || month === null) return null;
  const { schemeId, schemeVersion } = row;
  const scheme = await readSchemeOf(db, { districtId, score: { schemeId, schemeVersion } });
  const registered = new Map(Object.entries(row.registered as Record<string, number>));
  return { month, asOf: row.asOf.getTime(), hash: row.hash, registered, scheme: unitSchemeOf(scheme) };
}

/** The scheme of the district in force on a day, as figures of whistles go by it. */
export async function readUnitScheme(db: Db | Tx, asked: { districtId: string; date: LocalDate }): Promise<UnitScheme> {
  return unitSchemeOf((await readScheme(db, asked)) ?? defaultScheme);
}
