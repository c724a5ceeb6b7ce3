import { readCalendar } from '#server/modules/calendar/index.ts';
import { systemCtx } from '#server/modules/cases/index.ts';
import { syncLimits, watchedAggregates } from '#server/modules/clocks/index.ts';
import type { Ctx, Platform } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { recomputedWhistleDues } from '#shared/dispatch/recomputed-whistle-dues.ts';
import { limitsOfWhistle } from '#shared/dispatch/whistle-clock.ts';
import { whistleDatesBy } from '#shared/dispatch/whistle-dates.ts';
import { whistleDuesDiffer } from '#shared/dispatch/whistle-due-moves.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { readWhistleSettings } from '../settings-store.ts';
import { foldWhistle, readWhistleHistory, WHISTLE_AGGREGATE } from '../whistle-history.ts';
import { lockWhistle } from '../whistle-store.ts';
import { writeWhistle } from '../write-whistle.ts';

/**
 * Computes every limit that runs for a whistle of the district anew after a calendar was imported; one whose due time moves leaves a
 * `WhistleDuesRecomputed` event. One transaction a whistle; harmless when repeated. Answers how many changed.
 */
export async function recomputeWhistleDues(platform: Platform, districtId: string): Promise<number> {
  const ctx = systemCtx(platform);
  let changed = 0;
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await watchedAggregates(ctx.db, { aggregateType: WHISTLE_AGGREGATE, districtId, after });
    for (const id of ids) if (await recomputeOne(ctx, id as WhistleId)) changed += 1;
    const last = ids.at(-1);
    if (last === undefined) return changed;
    after = last;
  }
}

async function recomputeOne(ctx: Ctx, id: WhistleId): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const stored = await lockWhistle(tx, id);
    if (!stored) return false;
    const { snapshot, districtId } = stored;
    const at = ctx.now();
    const history = await readWhistleHistory(tx, id);
    const payload = recomputedWhistleDues({ snapshot, history }, whistleDatesBy(await readCalendar(tx, districtId)));
    const events = [{ type: 'WhistleDuesRecomputed', payload }] as const;
    if (!whistleDuesDiffer(snapshot, foldWhistle(snapshot, events, { at, actorId: ctx.actor.userId }))) {
      // the due times and their reminders stay where they are, yet the steps up the chain may not
      await syncLimits(tx, { aggregateType: WHISTLE_AGGREGATE, districtId, at, aggregates: [{ id, limits: limitsOfWhistle(snapshot) }] });
      return false;
    }
    const settings = await readWhistleSettings(tx, { districtId, at });
    await writeWhistle(ctx, tx, {
      before: snapshot,
      extras: { districtId, settings },
      events,
      at,
    });
    return true;
  });
}
