import type { Ctx } from '#server/platform/context.ts';
import { notFound } from '#server/platform/errors.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { type PublicWhistle, publicWhistle } from '../public-whistle.ts';
import { whistleOf } from '../whistle-store.ts';

/** The whistles blown over a resident's own case, as those affected may know them. Refuses `notFound` for any other case. */
export async function whistlesOfOwnCase(ctx: Ctx, caseId: CaseId): Promise<PublicWhistle[]> {
  const own = await ctx.db.case.findFirst({ where: { id: caseId, applicantId: ctx.actor.userId }, select: { id: true } });
  if (!own) throw notFound('cases');
  const links = await ctx.db.caseWhistle.findMany({ where: { caseId }, select: { whistleId: true } });
  const rows = await ctx.db.whistle.findMany({ where: { id: { in: links.map((link) => link.whistleId) } }, orderBy: { draftedAt: 'asc' } });
  const now = ctx.now();
  const shown = await Promise.all(rows.map((row) => publicWhistle(ctx.db, { snapshot: whistleOf(row), districtId: row.districtId }, now)));
  return shown.filter((whistle) => whistle !== null);
}
