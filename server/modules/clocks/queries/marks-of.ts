import type { Db } from '#server/platform/db.ts';
import { type FiredMark, findMarks } from '../clocks-store.ts';

/** What the clocks of one aggregate did so far, oldest first. */
export function marksOf(db: Db, { aggregateType, aggregateId }: { aggregateType: string; aggregateId: string }): Promise<FiredMark[]> {
  return findMarks(db, { aggregateType, aggregateId });
}
