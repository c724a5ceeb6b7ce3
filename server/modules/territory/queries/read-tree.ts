import * as z from 'zod/mini';
import { namesOf } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { type UnitId, unitId } from '#shared/kernel/ids.ts';
import { roleOfLevel } from '../holder-roles.ts';
import { toUnit, type Unit } from '../unit-dto.ts';
import { worksAround, worksOver } from '../unit-scope.ts';

export const treeInput = z.object({
  /** null = the roots */
  parentId: z.nullable(unitId),
  /** also units that were closed */
  closed: z._default(z.boolean(), false),
  cursor: z.optional(unitId),
});
export type TreeInput = z.infer<typeof treeInput>;

const PAGE = 500;
export type TreeNode = Omit<Unit, 'facts'> & {
  childCount: number;
  hasBoundary: boolean;
  households: number | null;
  /** holder of the post that belongs to the level; null = vacant, no such post, or not told to those who work elsewhere */
  holder: { userId: string; name: string } | null;
};

/** The units right below one, by code. Households are for those who work over them. */
export async function readTree(ctx: Ctx, input: TreeInput): Promise<{ rows: TreeNode[]; nextCursor: UnitId | null }> {
  const now = new Date(ctx.now());
  const inForce: Prisma.TerritoryUnitWhereInput = { OR: [{ validTo: null }, { validTo: { gt: now } }] };
  const rows = await ctx.db.territoryUnit.findMany({
    where: { parentId: input.parentId, ...(input.closed ? {} : inForce) },
    orderBy: [{ code: 'asc' }, { no: 'asc' }],
    take: PAGE + 1,
    ...(input.cursor ? { cursor: { id: input.cursor }, skip: 1 } : {}),
    include: {
      _count: { select: { children: { where: inForce } } },
      boundaries: { where: { validTo: null }, select: { id: true } },
      appointments: {
        where: { deputy: false, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
        select: { userId: true, role: true },
      },
    },
  });
  const page = rows.slice(0, PAGE);
  const shown = page.filter((row) => row.level !== 'household' || worksOver(ctx.actor, row.path));
  const names = await namesOf(
    ctx.db,
    shown.flatMap((row) => row.appointments.map((post) => post.userId)),
  );
  const nodes = shown.map(({ _count, boundaries, appointments, ...row }): TreeNode => {
    const { facts, ...unit } = toUnit(row);
    const told = worksAround(ctx.actor, row.path);
    const post = told && appointments.find(({ role }) => role === roleOfLevel(unit.level));
    const holder = post ? { userId: post.userId, name: names.get(post.userId) ?? '' } : null;
    return { ...unit, childCount: _count.children, hasBoundary: boundaries.length > 0, households: facts.households ?? null, holder };
  });
  return { rows: nodes, nextCursor: rows.length > PAGE ? ((page.at(-1)?.id as UnitId | undefined) ?? null) : null };
}
