import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import type { CaseSort, ListCasesInput } from '#shared/cases/case-queries.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Page } from '#shared/kernel/page.ts';
import { type CaseLine, lineColumns, toLines } from '../case-line.ts';
import { afterCursor, cursorOf, readCursor } from '../list-cursor.ts';
import { askerOf, listWhere } from '../list-where.ts';
import { viewWhere } from '../view-where.ts';

/** One page of a list of cases the person may see, in keyset order. */
export async function listCases(ctx: Ctx, input: ListCasesInput): Promise<Page<CaseLine>> {
  const { view, sort, limit, cursor, ...filters } = input;
  const asker = await askerOf(ctx);
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await ctx.db.case.findMany({
    where: { AND: [await listWhere(ctx, filters), viewWhere(view, asker), ...(after ? [afterCursor(sort, after)] : [])] },
    orderBy: orderOf(sort),
    take: limit + 1,
    select: lineColumns,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: await toLines(ctx, page), nextCursor: rows.length > limit && last ? cursorOf(sort, last) : null };
}

function orderOf(sort: CaseSort): Prisma.CaseOrderByWithRelationInput[] {
  switch (sort) {
    case 'clock':
      return [{ clockDueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }];
    case 'newest':
      return [{ reportedAt: 'desc' }, { id: 'desc' }];
    case 'changed':
      return [{ lastEventAt: 'desc' }, { id: 'desc' }];
    default:
      return assertNever(sort);
  }
}
