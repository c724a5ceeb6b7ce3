import { districtOf } from '#server/modules/territory/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { eachAlone } from '#server/platform/each-alone.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { LocalMonth } from '#shared/kernel/time.ts';
import { monthAt, monthRange } from '#shared/kernel/zone-time.ts';
import { monthsToClose } from '#shared/scoring/months-to-close.ts';
import { computeWhistleMonth } from '../queries/compute-whistle-month.ts';
import { measureUnmeasured } from './measure-unmeasured.ts';

const BATCH = 1_000;

/** Stores what the figures counted of a month that is over, once; harmless when repeated, and by two at once. Answers whether it stored it. */
export async function closeWhistleMonth(
  platform: Platform,
  { districtId, month }: { districtId: string; month: LocalMonth },
): Promise<boolean> {
  const { timeZone } = await districtOf(platform.db, districtId);
  if (month >= monthAt(timeZone, platform.now())) return false;
  if (await platform.db.whistleMonth.findUnique({ where: { districtId_month: { districtId, month } } })) return false;
  // what an earlier version did not measure belongs into the month too: looked for when a month is closed, not every hour
  await measureUnmeasured(platform, { districtId, blownAt: { lt: new Date(monthRange(timeZone, month).t1) } });
  const { rows, asOf, ...rest } = await computeWhistleMonth(platform.db, { districtId, month });
  return inTransaction(platform, async (tx) => {
    const row = { districtId, month, asOf: new Date(asOf), ...rest };
    const { count } = await tx.whistleMonth.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return false;
    for (let start = 0; start < rows.length; start += BATCH) await tx.whistleMeasure.createMany({ data: rows.slice(start, start + BATCH) });
    return true;
  });
}

/**
 * Closes last month of every district, and before it what was missed since the newest closed one; the queue calls it hourly, so that every
 * zone is met soon after its midnight.
 */
export async function closeWhistleMonths(platform: Platform): Promise<number> {
  const { db } = platform;
  const where = { level: 'district', validTo: null };
  const districts = await db.territoryUnit.findMany({ where, select: { id: true }, orderBy: { no: 'asc' } });
  return eachAlone(platform, { what: 'months of whistles not closed', all: districts }, async ({ id: districtId }) => {
    const { timeZone } = await districtOf(db, districtId);
    const newest = await db.whistleMonth.findFirst({ where: { districtId }, orderBy: { month: 'desc' }, select: { month: true } });
    let closed = 0;
    for (const month of monthsToClose(newest?.month, { timeZone, now: platform.now() }))
      if (await closeWhistleMonth(platform, { districtId, month })) closed += 1;
    return closed;
  });
}
