import * as z from 'zod/mini';
import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import type { ListWhistlesInput } from '#shared/dispatch/whistle-queries.ts';
import type { Page } from '#shared/kernel/page.ts';
import { type OwnCursor, ownCursor, ownOrder } from '../own-order.ts';
import { readWhistleSettings } from '../settings-store.ts';
import { toWhistleLines, type WhistleLine, type WhistleLineRow, whistleLineColumns } from '../whistle-line.ts';
import { whistleListWhere } from '../whistle-list-where.ts';
import { whistleViewWhere } from '../whistle-view-where.ts';

const cursorShape = z.object({ at: z.nullable(z.int()), id: z.uuid() });
type Sort = ListWhistlesInput['sort'];

/** One page of a list of whistles the person may see: nearest due time first (of the whole, or the person's own), or last drafted first. */
export async function listWhistles(ctx: Ctx, input: ListWhistlesInput): Promise<Page<WhistleLine>> {
  const { view, sort, limit, cursor, ...filters } = input;
  const now = ctx.now();
  const parts = [await whistleListWhere(ctx, filters), whistleViewWhere(view, { actor: ctx.actor, now })];
  const { id: districtId } = await homeDistrict(ctx.db, ctx.actor);
  const settings = await readWhistleSettings(ctx.db, { districtId, at: now });
  if (sort === 'own' && view === 'todo') {
    const from = cursor === undefined ? null : readCursor(cursor, ownCursor);
    const { rows, next } = await ownOrder(ctx, { where: { AND: parts }, limit, cursor: from });
    return { rows: await toWhistleLines(ctx, rows, settings), nextCursor: next && writeCursor(next) };
  }
  const rows = await ctx.db.whistle.findMany({
    where: { AND: [...parts, ...(cursor === undefined ? [] : [after(sort, cursor)])] },
    orderBy: sort === 'newest' ? [{ draftedAt: 'desc' }, { id: 'desc' }] : [{ clockDueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: limit + 1,
    select: whistleLineColumns,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: await toWhistleLines(ctx, page, settings), nextCursor: rows.length > limit && last ? cursorOf(sort, last) : null };
}

function cursorOf(sort: Sort, row: WhistleLineRow): string {
  return writeCursor({ at: (sort === 'newest' ? row.draftedAt : row.clockDueAt)?.getTime() ?? null, id: row.id });
}

function writeCursor(cursor: z.infer<typeof cursorShape> | OwnCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function after(sort: Sort, text: string): Prisma.WhistleWhereInput {
  const { at, id } = readCursor(text, cursorShape);
  if (sort === 'newest') {
    const moment = new Date(at ?? 0);
    return { OR: [{ draftedAt: { lt: moment } }, { draftedAt: moment, id: { lt: id } }] };
  }
  if (at === null) return { clockDueAt: null, id: { gt: id } };
  const moment = new Date(at);
  return { OR: [{ clockDueAt: { gt: moment } }, { clockDueAt: moment, id: { gt: id } }, { clockDueAt: null }] };
}

function readCursor<T extends z.core.$ZodType>(text: string, shape: T): z.output<T> {
  try {
    return z.parse(shape, JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new RefusalError({ module: 'kernel', refusal: { code: 'badCursor' }, kind: 'badRequest' });
  }
}
