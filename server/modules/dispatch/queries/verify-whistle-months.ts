import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import { monthRange } from '#shared/kernel/zone-time.ts';
import { LIVE } from '../measure-store.ts';
import { monthHash } from '../month-store.ts';

/** A month that is not as it was closed, and the unit whose it is. */
type ChangedMonth = { unitId: string; month: LocalMonth };

/** Holds what is stored of every closed month of whistles against its hash; stops at the first that differs or whose hash is gone. */
export async function verifyWhistleMonths(db: Db | Tx): Promise<{ checked: number; changed: ChangedMonth | null }> {
  const seals = await db.whistleMonth.findMany({ orderBy: [{ districtId: 'asc' }, { month: 'asc' }] });
  let checked = 0;
  for (const { districtId, month, asOf, hash, registered, ...scheme } of seals) {
    const { timeZone } = await readCalendar(db, districtId);
    const rows = await db.whistleMeasure.findMany({ where: { districtId, month } });
    const counts = registered as Record<string, number>;
    const about = { ...scheme, asOf: asOf.getTime(), registered: counts, period: monthRange(timeZone, month) };
    if (monthHash({ districtId, month, ...about, rows }) !== hash) return { checked, changed: { unitId: districtId, month } };
    checked += 1;
  }
  const sealed = new Set(seals.map(({ districtId, month }) => `${districtId} ${month}`));
  const kept = await db.whistleMeasure.groupBy({ by: ['districtId', 'month'], where: { NOT: LIVE }, orderBy: { month: 'asc' } });
  const lost = kept.find(({ districtId, month }) => !sealed.has(`${districtId} ${month}`));
  return { checked, changed: lost ? { unitId: lost.districtId, month: lost.month } : null };
}
