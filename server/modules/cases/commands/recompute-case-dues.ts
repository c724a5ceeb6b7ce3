import { readCalendar } from '#server/modules/calendar/index.ts';
import { syncLimits, watchedAggregates } from '#server/modules/clocks/index.ts';
import type { Ctx, Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { limitsOf } from '#shared/cases/limits.ts';
import { movedDues, recomputedDues } from '#shared/cases/recomputed-dues.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { CASE_AGGREGATE } from '../case-history.ts';
import { lockCase, type StoredCase } from '../case-store.ts';
import { findCategoryOfCase } from '../category-store.ts';
import { limitsOfCases } from '../limits-of-cases.ts';
import { provisionalCases } from '../queries/provisional-cases.ts';
import { systemCtx } from '../system-ctx.ts';
import { writeEvents } from '../write-decision.ts';

type Page = (after: string | null) => Promise<string[]>;

/**
 * Computes every limit that runs in a district anew after a calendar was imported, and those whose due time was provisional; a case of
 * which one moves gets a `DueRecomputed` event, and the marks that have not fired are planned anew. One transaction a case, so nobody
 * waits; harmless when repeated. Answers how many cases changed.
 */
export async function recomputeCaseDues(platform: Platform, districtId: string): Promise<number> {
  const ctx = systemCtx(platform);
  const { db } = ctx;
  const watched: Page = (after) => watchedAggregates(db, { aggregateType: CASE_AGGREGATE, districtId, after });
  const provisional: Page = (after) => provisionalCases(db, { districtId, after });
  return (await recomputeAll(ctx, watched)) + (await recomputeAll(ctx, provisional));
}

async function recomputeAll(ctx: Ctx, page: Page): Promise<number> {
  let changed = 0;
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await page(after);
    for (const id of ids) if (await recomputeOne(ctx, id as CaseId)) changed += 1;
    const last = ids.at(-1);
    if (last === undefined) return changed;
    after = last;
  }
}

/** The same for one case; `ahead`: of limits that begin only the marks still ahead fire. Answers whether a due time changed. */
export async function recomputeOne(ctx: Ctx, id: CaseId, { ahead = false } = {}): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const stored = await lockCase(tx, id);
    if (!stored) return false;
    const { snapshot, ...extras } = stored;
    const at = ctx.now();
    const payload = recomputedDues(await withLimits(tx, stored, at), dueBy(await readCalendar(tx, extras.districtId)));
    if (movedDues(snapshot, payload).length === 0) {
      // the due time stays where it is, yet half of the way to it and the steps up the chain may not
      await syncLimits(tx, { ...limitsOfCases([snapshot], { districtId: extras.districtId, at }), ahead });
      return false;
    }
    await writeEvents(ctx, tx, { before: snapshot, extras, events: [{ type: 'DueRecomputed', payload }], at, ahead });
    return true;
  });
}

/** A report that is not registered yet has no frozen limits; its accept limit is the category's. */
async function withLimits(tx: Tx, { snapshot, districtId }: StoredCase, at: Instant): Promise<CaseSnapshot> {
  if (snapshot.limits !== null) return snapshot;
  const { categoryScheme: scheme, categoryCode: code } = snapshot;
  const category = await findCategoryOfCase(tx, { districtId, scheme, code, at });
  return category ? { ...snapshot, limits: limitsOf(snapshot, category) } : snapshot;
}
