import { runningKeys } from '#server/modules/clocks/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { openStates } from '#shared/cases/cases-schema.ts';
import { judgedWithoutLimit } from '#shared/cases/request-dues.ts';
import { runningLimitsOf } from '#shared/cases/running-limits.ts';
import { CASE_AGGREGATE } from '../case-history.ts';
import { findCases } from '../case-store.ts';
import { systemCtx } from '../system-ctx.ts';
import { recomputeOne } from './recompute-case-dues.ts';

const PAGE = 500;

/**
 * Starts the limits of supervised and held cases that an earlier version did not watch, with the marks still ahead of them; a reply that
 * waits to be judged gets its due time first. One transaction a case; finds nothing when repeated. Answers how many it changed.
 */
export async function watchUnwatchedCases(platform: Platform): Promise<number> {
  const { db } = platform;
  let changed = 0;
  let after: string | null = null;
  for (;;) {
    const rows: { id: string }[] = await db.case.findMany({
      where: {
        state: { in: [...openStates] },
        OR: [{ supervisedUntil: { not: null } }, { state: 'onHold' }],
        ...(after === null ? {} : { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: PAGE,
    });
    const aggregateIds = rows.map(({ id }) => id);
    const running = await runningKeys(db, { aggregateType: CASE_AGGREGATE, aggregateIds });
    for (const snapshot of await findCases(db, aggregateIds)) {
      const known = running.get(snapshot.id) ?? [];
      if (!judgedWithoutLimit(snapshot) && runningLimitsOf(snapshot).every(({ key }) => known.includes(key))) continue;
      await recomputeOne(systemCtx(platform), snapshot.id, { ahead: true });
      changed += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return changed;
    after = last.id;
  }
}
