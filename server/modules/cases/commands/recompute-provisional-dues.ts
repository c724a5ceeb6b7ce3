import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Ctx, Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { limitsOf } from '#shared/cases/limits.ts';
import { movedDues, recomputedDues } from '#shared/cases/recomputed-dues.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { lockCase, type StoredCase } from '../case-store.ts';
import { findCategoryOfCase } from '../category-store.ts';
import { provisionalCases } from '../queries/provisional-cases.ts';
import { systemCtx } from '../system-ctx.ts';
import { writeEvents } from '../write-decision.ts';

/**
 * Replaces the provisional due times of a district after a calendar was imported; every case that changes gets a `DueRecomputed`
 * event. One transaction a case, so nobody waits; harmless when repeated. Answers how many cases changed.
 */
export async function recomputeProvisionalDues(platform: Platform, districtId: string): Promise<number> {
  const ctx = systemCtx(platform);
  let changed = 0;
  let after: CaseId | null = null;
  for (;;) {
    const ids: CaseId[] = await provisionalCases(ctx.db, { districtId, after });
    for (const id of ids) if (await recomputeOne(ctx, id)) changed += 1;
    const last = ids.at(-1);
    if (last === undefined) return changed;
    after = last;
  }
}

async function recomputeOne(ctx: Ctx, id: CaseId): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const stored = await lockCase(tx, id);
    if (!stored) return false;
    const { snapshot, ...extras } = stored;
    const payload = recomputedDues(await withLimits(tx, stored, ctx.now()), dueBy(await readCalendar(tx, extras.districtId)));
    if (movedDues(snapshot, payload).length === 0) return false;
    await writeEvents(ctx, tx, { before: snapshot, extras, events: [{ type: 'DueRecomputed', payload }], at: ctx.now() });
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
