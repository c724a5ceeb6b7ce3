import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { findUnitsUp } from '../territory-store.ts';
import { worksOver } from '../unit-scope.ts';

export const findUnitsInput = z.object({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });
export type FindUnitsInput = z.infer<typeof findUnitsInput>;

export type FoundUnit = { id: string; level: UnitLevel; name: string; code: string | null; above: string[] };

const SHOWN = 30;
/** More than are shown, because households of others fall out afterwards. */
const READ = 90;

/** Units in force whose name, code or alias holds the text, the highest levels first; households only for those who work over them. */
export async function findUnits(ctx: Ctx, { text }: FindUnitsInput): Promise<FoundUnit[]> {
  const now = new Date(ctx.now());
  const named: Prisma.TerritoryUnitWhereInput = {
    OR: [{ name: { contains: text } }, { code: { startsWith: text } }, { facts: { path: ['aliases'], array_contains: [text] } }],
  };
  const rows = await ctx.db.territoryUnit.findMany({
    where: { AND: [named, { OR: [{ validTo: null }, { validTo: { gt: now } }] }] },
    orderBy: [{ path: 'asc' }],
    take: READ,
  });
  const shown = rows
    .filter((row) => row.level !== 'household' || worksOver(ctx.actor, row.path))
    .toSorted((a, b) => depth(a.path) - depth(b.path))
    .slice(0, SHOWN);
  return Promise.all(
    shown.map(async ({ id, level, name, code, path }) => {
      const line = await findUnitsUp(ctx.db, path);
      const above = line.filter((unit) => unit.id !== id).map((unit) => unit.name);
      return { id, level: level as UnitLevel, name, code, above };
    }),
  );
}

function depth(path: string): number {
  return path.split('/').length;
}
