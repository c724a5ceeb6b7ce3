import type { Db, Tx } from '#server/platform/db.ts';
import { fromRow } from '#server/platform/events.ts';
import type { CaseEvent } from '#shared/cases/cases-events.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { toCaseEvent } from '../case-history.ts';

/** The events of several cases, each case's oldest first; without scope, for the product's own computations. */
export async function readCaseEvents(db: Db | Tx, caseIds: readonly string[]): Promise<{ caseId: CaseId; event: CaseEvent }[]> {
  const rows = await db.domainEvent.findMany({
    where: { aggregateType: 'case', aggregateId: { in: [...caseIds] } },
    orderBy: [{ aggregateId: 'asc' }, { seq: 'asc' }],
  });
  return rows.map((row) => ({ caseId: row.aggregateId as CaseId, event: toCaseEvent(fromRow(row)) }));
}
