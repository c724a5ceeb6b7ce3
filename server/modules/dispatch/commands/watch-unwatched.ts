import { readCalendar } from '#server/modules/calendar/index.ts';
import { systemCtx } from '#server/modules/cases/index.ts';
import { runningKeys, syncLimits } from '#server/modules/clocks/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { recomputedWhistleDues } from '#shared/dispatch/recomputed-whistle-dues.ts';
import { runningWhistleLimits } from '#shared/dispatch/running-whistle-limits.ts';
import { limitsOfWhistle, whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import { whistleDatesBy } from '#shared/dispatch/whistle-dates.ts';
import { supervisionOpen } from '#shared/dispatch/whistle-requirements.ts';
import { openWhistleStates, type WhistleSnapshot, type WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { readWhistleSettings } from '../settings-store.ts';
import { readWhistleHistory, WHISTLE_AGGREGATE } from '../whistle-history.ts';
import { lockWhistle, updateWhistle, whistleOf } from '../whistle-store.ts';
import { writeWhistle } from '../write-whistle.ts';

const PAGE = 500;

/**
 * Brings whistles of an earlier version up to this one: their state folded anew from their events, replies to a supervision given the limit
 * of their judgement, the limits of open ones that were not watched started with the marks still ahead of them. One transaction a whistle; finds nothing when repeated. Answers how many it changed.
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
      if (isFolded(snapshot) && isJudgedInTime(snapshot) && same && watched === (clockDueAt?.getTime() ?? null)) continue;
      await watchOne(platform, id as WhistleId);
      changed += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return changed;
    after = last.id;
  }
}

/**
 * The next open whistles, and those that ended whose state an earlier version folded otherwise: without who called each unit or what made
 * the end of the plan, or with a supervision that stayed open.
 */
async function page({ db }: Platform, after: string | null) {
  const ids = await db.$queryRaw<{ id: string }[]>`
    select "id" from "whistle"
    where ("state" = any(${[...openWhistleStates]})
        or jsonb_path_exists("snapshot", '$.units[*] ? (!exists(@.summonedById) || @.supervision.closedAt == null && @.supervision.at > 0)')
        or jsonb_path_exists("snapshot", '$ ? (@.finishDue != null && !exists(@.finishBy))'))
      and (${after}::uuid is null or "id" > ${after}::uuid)
    order by "id" limit ${PAGE}`;
  const rows = await db.whistle.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { id: true, snapshot: true, clockDueAt: true },
  });
  return rows.map((row) => ({ ...row, snapshot: whistleOf(row) }));
}

const open: readonly WhistleState[] = openWhistleStates;

function isFolded({ state, units, finishDue, finishBy }: WhistleSnapshot): boolean {
  const settled = open.includes(state) || units.every(({ supervision }) => !supervisionOpen(supervision));
  return settled && units.every((unit) => 'summonedById' in unit) && (finishDue === null || finishBy !== undefined);
}

/** Whether every reply that waits has a limit for its judgement. */
const isJudgedInTime = (snapshot: WhistleSnapshot) =>
  runningWhistleLimits(snapshot).every(({ limit, due }) => limit !== 'judging' || due !== null);

/** Folds the whistle anew and writes its row and limits. */
function watchOne(platform: Platform, id: WhistleId): Promise<void> {
  return inTransaction(platform, async (tx) => {
    const stored = await lockWhistle(tx, id);
    if (!stored) return;
    const { districtId } = stored;
    const history = await readWhistleHistory(tx, id);
    const snapshot = replayWhistle(history) ?? stored.snapshot;
    const at = platform.now();
    const extras = { districtId, settings: await readWhistleSettings(tx, { districtId, at }) };
    if (!isJudgedInTime(snapshot)) {
      const payload = recomputedWhistleDues({ snapshot, history }, whistleDatesBy(await readCalendar(tx, districtId)));
      const events = [{ type: 'WhistleDuesRecomputed', payload }] as const;
      await writeWhistle(systemCtx(platform), tx, { before: snapshot, extras, events, at, ahead: true });
      return;
    }
    await updateWhistle(tx, snapshot, extras);
    const aggregates = [{ id, limits: limitsOfWhistle(snapshot) }];
    await syncLimits(tx, { aggregateType: WHISTLE_AGGREGATE, districtId, at, ahead: true, aggregates });
  });
}
