import type { Ctx } from '#server/platform/context.ts';
import { caseScope, caseVisible, scopeFacts, scopeOfPost } from '#shared/cases/cases-policy.ts';
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

/** The same for the working views: an applicant who has no post that reaches the case sees it in the resident's view only. */
export async function findStaffCase(ctx: Ctx, id: CaseId): Promise<StoredCase> {
  const stored = await findVisibleCase(ctx, id);
  const { actor } = ctx;
  const staff = actor.posts.filter((post) => post.role !== 'resident');
  const reported = staff.length > 0 && stored.snapshot.reporterId === actor.userId;
  const reached = staff.some((post) => {
    const part = scopeOfPost(post);
    return part !== null && caseVisible([part], scopeFacts(stored.snapshot));
  });
  if (!reported && !reached) throw caseNotFound();
  return stored;
}
