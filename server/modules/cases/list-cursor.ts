import * as z from 'zod/mini';
import type { Prisma } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import type { CaseSort } from '#shared/cases/case-queries.ts';

const cursor = z.object({ at: z.nullable(z.int()), id: z.uuid() });
type Cursor = z.infer<typeof cursor>;
type Sorted = { id: string; clockDueAt: Date | null; reportedAt: Date; lastEventAt: Date };

const columnOf = { clock: 'clockDueAt', newest: 'reportedAt', changed: 'lastEventAt' } as const satisfies Record<CaseSort, keyof Sorted>;

/** Where the next page begins: the sort value and the id of the last row. */
export function cursorOf(sort: CaseSort, row: Sorted): string {
  const at = row[columnOf[sort]]?.getTime() ?? null;
  return Buffer.from(JSON.stringify({ at, id: row.id } satisfies Cursor)).toString('base64url');
}

/** Reads a cursor of ours; refuses `badCursor` for anything else. */
export function readCursor(text: string): Cursor {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new RefusalError({ module: 'kernel', refusal: { code: 'badCursor' }, kind: 'badRequest' });
  }
}

/** The rows after the cursor; rows without a running limit come last in `clock` order. */
export function afterCursor(sort: CaseSort, { at, id }: Cursor): Prisma.CaseWhereInput {
  const column = columnOf[sort];
  if (sort !== 'clock') {
    const moment = new Date(at ?? 0);
    return { OR: [{ [column]: { lt: moment } }, { [column]: moment, id: { lt: id } }] };
  }
  if (at === null) return { clockDueAt: null, id: { gt: id } };
  const moment = new Date(at);
  return { OR: [{ clockDueAt: { gt: moment } }, { clockDueAt: moment, id: { gt: id } }, { clockDueAt: null }] };
}
