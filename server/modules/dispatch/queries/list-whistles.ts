import * as z from 'zod/mini';
import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import type { ListWhistlesInput } from '#shared/dispatch/whistle-queries.ts';
import type { Page } from '#shared/kernel/page.ts';
import { readWhistleSettings } from '../settings-store.ts';
import { toWhistleLines, type WhistleLine, type WhistleLineRow, whistleLineColumns } from '../whistle-line.ts';
import { whistleListWhere } from '../whistle-list-where.ts';
import { whistleViewWhere } from '../whistle-view-where.ts';

const cursorShape = z.object({ at: z.nullable(z.int()), id: z.uuid() });
type Sort = ListWhistlesInput['sort'];

/** One page of a list of whistles the person may see: nearest due time first, or last drafted first. */
export async function listWhistles(ctx: Ctx, input: ListWhistlesInput): Promise<Page<WhistleLine>> {
  const { view, sort, limit, cursor, ...filters } = input;
  const now = ctx.now();
  const parts = [await whistleListWhere(ctx, filters), whistleViewWhere(view, { actor: ctx.actor, now })];
  const rows = await ctx.db.whistle.findMany({
    where: { AND: [...parts, ...(cursor === undefined ? [] : [after(sort, cursor)])] },
    orderBy: sort === 'clock' ? [{ clockDueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }] : [{ draftedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: whistleLineColumns,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const { id: districtId } = await homeDistrict(ctx.db, ctx.actor);
  const settings = await readWhistleSettings(ctx.db, { districtId, at: now });
  return { rows: await toWhistleLines(ctx, page, settings), nextCursor: rows.length > limit && last ? cursorOf(sort, last) : null };
}

function cursorOf(sort: Sort, row: WhistleLineRow): string {
  const at = (sort === 'clock' ? row.clockDueAt : row.draftedAt)?.getTime() ?? null;
  return Buffer.from(JSON.stringify({ at, id: row.id })).toString('base64url');
}

function after(sort: Sort, text: string): Prisma.WhistleWhereInput {
  const { at, id } = readCursor(text);
  if (sort === 'newest') {
    const moment = new Date(at ?? 0);
    return { OR: [{ draftedAt: { lt: moment } }, { draftedAt: moment, id: { lt: id } }] };
  }
  if (at === null) return { clockDueAt: null, id: { gt: id } };
  const moment = new Date(at);
  return { OR: [{ clockDueAt: { gt: moment } }, { clockDueAt: moment, id: { gt: id } }, { clockDueAt: null }] };
}

function readCursor(text: string): z.infer<typeof cursorShape> {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new RefusalError({ module: 'kernel', refusal: { code: 'badCursor' }, kind: 'badRequest' });
  }
}
