import type { Tx } from '#server/platform/db.ts';
import type { CaseId, WhistleId } from '#shared/kernel/ids.ts';

/** The cases a whistle is blown over, as it names them now; while it is open none of them can be fed back (lifecycles D1, row 13). */
export async function linkWhistle(
  tx: Tx,
  { whistleId, caseIds, open }: { whistleId: WhistleId; caseIds: readonly CaseId[]; open: boolean },
) {
  await tx.caseWhistle.deleteMany({ where: { whistleId, caseId: { notIn: [...caseIds] } } });
  await tx.caseWhistle.createMany({ data: caseIds.map((caseId) => ({ caseId, whistleId, open })), skipDuplicates: true });
  await tx.caseWhistle.updateMany({ where: { whistleId }, data: { open } });
}

/** How many whistles over this case are not over yet. */
export function countOpenWhistles(tx: Tx, caseId: CaseId): Promise<number> {
  return tx.caseWhistle.count({ where: { caseId, open: true } });
}
