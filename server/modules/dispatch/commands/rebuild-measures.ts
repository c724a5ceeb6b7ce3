import { systemCtx } from '#server/modules/cases/index.ts';
import type { Ctx, Platform } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { LIVE, replaceMeasures, replayedMeasures, sameMeasures } from '../measure-store.ts';
import { readWhistleHistory } from '../whistle-history.ts';
import { lockWhistle } from '../whistle-store.ts';

const PAGE = 200;

/**
 * Writes what the figures count anew from the events, one transaction a whistle; harmless when repeated, and by two at once. Answers how
 * many were not as they should be. `which` narrows it.
 */
export async function rebuildMeasures(platform: Platform, which: Prisma.WhistleWhereInput = {}): Promise<number> {
  const ctx = systemCtx(platform);
  let changed = 0;
  let after: string | null = null;
  for (;;) {
    const rows: { id: string }[] = await ctx.db.whistle.findMany({
      where: { AND: [which, after === null ? {} : { id: { gt: after } }] },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    });
    for (const { id } of rows) if (await rebuildOne(ctx, id as WhistleId)) changed += 1;
    const last = rows.at(-1);
    if (last === undefined) return changed;
    after = last.id;
  }
}

async function rebuildOne(ctx: Ctx, id: WhistleId): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const stored = await lockWhistle(tx, id);
    if (!stored) return false;
    const rows = replayedMeasures({ ...stored, events: await readWhistleHistory(tx, id) });
    if (sameMeasures(await tx.whistleMeasure.findMany({ where: { whistleId: id, ...LIVE } }), rows)) return false;
    await replaceMeasures(tx, { id, rows });
    return true;
  });
}
