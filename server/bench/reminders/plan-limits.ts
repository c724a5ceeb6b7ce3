import { readCalendar } from '#server/modules/calendar/index.ts';
import { syncLimits } from '#server/modules/clocks/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { RunningLimit } from '#shared/clocks/clocks-schema.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import { HOUR, type Instant } from '#shared/kernel/time.ts';
import type { Town } from '../world/town-plan.ts';

/** Limits of one statement. */
const BATCH = 1_000;
const limit = { amount: 24, unit: 'hours' } as const;

/** The kind of aggregate the planned limits belong to. */
export const PLANNED = 'bench';

/** Limits of 24 hours that are half used up at the given instants; nothing else of them fires for hours. */
export async function planLimits(platform: Platform, { town, halfAt }: { town: Town; halfAt: readonly Instant[] }): Promise<void> {
  const { districtId, communities } = town;
  const due = dueBy(await readCalendar(platform.db, districtId));
  const limits = halfAt.map((half, index): RunningLimit => {
    const unitPath = communities[index % communities.length]?.path ?? town.districtPath;
    const from = half - (limit.amount / 2) * HOUR;
    const holder = { kind: 'role', role: 'dispatcher', unitPath } as const;
    return {
      key: 'finish',
      from,
      due: due(limit, from),
      held: false,
      emergency: false,
      holder,
      escalates: { departmentId: null, unitPath },
    };
  });
  for (let start = 0; start < limits.length; start += BATCH) {
    const aggregates = limits.slice(start, start + BATCH).map((each) => ({ id: newId<string>(), limits: [each] }));
    await inTransaction(platform, (tx) => syncLimits(tx, { aggregateType: PLANNED, districtId, at: platform.now(), aggregates }));
  }
}
