import type { Ctx } from '#server/platform/context.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { caseWhere } from '../case-scope-where.ts';
import { type StoredCase, snapshotOf } from '../case-store.ts';
import { caseNotFound } from '../refusals.ts';

/** The case if it exists and the person may see it; otherwise `notFound`, the same for both. */
export async function findVisibleCase(ctx: Ctx, id: CaseId): Promise<StoredCase> {
  const row = await ctx.db.case.findFirst({
    where: { AND: [{ id }, caseWhere(caseScope(ctx.actor))] },
    select: { snapshot: true, districtId: true, description: true },
  });
  if (!row) throw caseNotFound();
  return { snapshot: snapshotOf(row), districtId: row.districtId, description: row.description };
}
