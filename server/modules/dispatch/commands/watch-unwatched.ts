import { runningKeys, syncLimits } from '#server/modules/clocks/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { limitsOfWhistle, whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import { openWhistleStates, type WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { readWhistleSettings } from '../settings-store.ts';
import { WHISTLE_AGGREGATE } from '../whistle-history.ts';
import { lockWhistle, updateWhistle, whistleOf } from '../whistle-store.ts';

const PAGE = 500;

/**
 * Starts the limits of open whistles that an earlier version did not watch, with the marks still ahead of them, and has their row tell the
 * limit to watch. One transaction a whistle; finds nothing when repeated. Answers how many it changed.
 */
export async function watchUnwatched(platform: Platform): Promise<number> {
  let changed = 0;
  let after: string | null = null;
  for (;;) {
    const rows: { id: string; snapshot: WhistleSnapshot; clockDueAt: Date | null }[] = await page(platform, after);
    const running = await runningKeys(platform.db, { aggregateType: WHISTLE_AGGREGATE, aggregateIds: rows.map(({ id }) => id) });
    for (const { id, snapshot, clockDueAt } of rows) {
      const wanted = limitsOfWhistle(snapshot).map(({ key }) => key);
      const watched = whistleClockOf(snapshot, snapshot.lastEventAt).due?.at ?? null;
      const same = [...wanted].sort().join() === [...(running.get(id) ?? [])].sort().join();
      if (same && watched === (clockDueAt?.getTime() ?? null)) continue;
      await watchOne(platform, id as WhistleId);
      changed += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return changed;
    after = last.id;
  }
}

async function page({ db }: Platform, after: string | null) {
  const rows = await db.whistle.findMany({
    where: { state: { in: [...openWhistleStates] }, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    select: { id: true, snapshot: true, clockDueAt: true },
    take: PAGE,
  });
  return rows.map((row) => ({ ...row, snapshot: whistleOf(row) }));
}

function watchOne(platform: Platform, id: WhistleId): Promise<void> {
  return inTransaction(platform, async (tx) => {
    const stored = await lockWhistle(tx, id);
    if (!stored) return;
    const { snapshot, districtId } = stored;
    const at = platform.now();
    await updateWhistle(tx, snapshot, { districtId, settings: await readWhistleSettings(tx, { districtId, at }) });
    const aggregates = [{ id, limits: limitsOfWhistle(snapshot) }];
    await syncLimits(tx, { aggregateType: WHISTLE_AGGREGATE, districtId, at, ahead: true, aggregates });
  });
}
