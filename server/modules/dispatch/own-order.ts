import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { leadingMark } from '#shared/dispatch/todo-dues.ts';
import { marksOfPost } from '#shared/dispatch/whistle-todo.ts';
import { type WhistleLineRow, whistleLineColumns } from './whistle-line.ts';

/** Where a page ended: the due time, the whistle and the mark of its last row. */
export const ownCursor = z.object({ at: z.nullable(z.int()), id: z.uuid(), mark: z.string().check(z.maxLength(60)) });
export type OwnCursor = z.infer<typeof ownCursor>;
type Page = { rows: WhistleLineRow[]; next: OwnCursor | null };
type Where = Prisma.WhistleTodoWhereInput;

/**
 * The whistles in which the person owes a step, by the limit of that very step: of an own unit its own, else the one to watch. A whistle
 * that waits for the person twice stands once, so that pages follow each other in one whole order.
 */
export async function ownOrder(
  { db, actor }: Ctx,
  { where, limit, cursor }: { where: Prisma.WhistleWhereInput; limit: number; cursor: OwnCursor | null },
): Promise<Page> {
  const marks = { mark: { in: [...new Set(actor.posts.flatMap((post) => marksOfPost(post, actor.userId)))] } };
  const rows: { row: WhistleLineRow; at: OwnCursor }[] = [];
  let from = cursor;
  for (;;) {
    const found = await db.whistleTodo.findMany({
      where: { AND: [marks, { whistle: where }, ...(from === null ? [] : [after(from)])] },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { whistleId: 'asc' }, { mark: 'asc' }],
      take: limit + 1,
      include: { whistle: { select: { ...whistleLineColumns, todos: { where: marks } } } },
    });
    for (const { mark, dueAt, whistleId, whistle } of found) {
      const { todos, ...row } = whistle;
      const first = leadingMark(todos.map((each) => ({ mark: each.mark, due: each.dueAt?.getTime() ?? null })));
      if (first?.mark === mark) rows.push({ row, at: { at: dueAt?.getTime() ?? null, id: whistleId, mark } });
    }
    const last = found.at(-1);
    if (rows.length > limit || found.length <= limit || last === undefined) break;
    from = { at: last.dueAt?.getTime() ?? null, id: last.whistleId, mark: last.mark };
  }
  const page = rows.slice(0, limit);
  return { rows: page.map(({ row }) => row), next: rows.length > limit ? (page.at(-1)?.at ?? null) : null };
}

function after({ at, id, mark }: OwnCursor): Where {
  const rest: Where = { OR: [{ whistleId: { gt: id } }, { whistleId: id, mark: { gt: mark } }] };
  if (at === null) return { dueAt: null, ...rest };
  const moment = new Date(at);
  return { OR: [{ dueAt: { gt: moment } }, { dueAt: moment, ...rest }, { dueAt: null }] };
}
