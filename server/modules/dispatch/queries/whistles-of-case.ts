import type { Ctx } from '#server/platform/context.ts';
import { whistleScope } from '#shared/dispatch/whistle-policy.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { readWhistleSettings } from '../settings-store.ts';
import { toWhistleLines, type WhistleLine, whistleLineColumns } from '../whistle-line.ts';
import { whistleWhere } from '../whistle-scope-where.ts';

/** The whistles blown over a case that the person may see, newest first. */
export async function whistlesOfCase(ctx: Ctx, caseId: CaseId): Promise<WhistleLine[]> {
  const links = await ctx.db.caseWhistle.findMany({ where: { caseId }, select: { whistleId: true } });
  const rows = await ctx.db.whistle.findMany({
    where: { AND: [{ id: { in: links.map((link) => link.whistleId) } }, whistleWhere(whistleScope(ctx.actor))] },
    orderBy: { draftedAt: 'desc' },
    select: whistleLineColumns,
  });
  const [first] = rows;
  if (!first) return [];
  return toWhistleLines(ctx, rows, await readWhistleSettings(ctx.db, { districtId: first.districtId, at: ctx.now() }));
}
