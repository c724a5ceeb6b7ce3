import type { SyncedLimits } from '#server/modules/clocks/index.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { runningLimitsOf } from '#shared/cases/running-limits.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { CASE_AGGREGATE } from './case-history.ts';

/** What the clocks have to watch of some cases of one district. */
export function limitsOfCases(snapshots: readonly CaseSnapshot[], { districtId, at }: { districtId: string; at: Instant }): SyncedLimits {
  const aggregates = snapshots.map((snapshot) => ({ id: snapshot.id, limits: runningLimitsOf(snapshot) }));
  return { aggregateType: CASE_AGGREGATE, districtId, at, aggregates };
}
