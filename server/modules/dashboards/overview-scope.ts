import { readUnit, type Unit } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { notFound } from '#server/platform/errors.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import { type UnitLevel, unitLevels } from '#shared/identity/identity-schema.ts';

/** Whose work rests on a unit; residents, departments and households have lists of their own. */
const readers = [
  'gridWorker',
  'secretary',
  'dispatcher',
  'streetOperator',
  'inspector',
  'callbackOfficer',
  'auditor',
  'administrator',
] as const;
const deepest = unitLevels.indexOf('grid');

/** The unit an overview is about, from the district down to a grid. Refuses `notFound` for what lies outside the person's posts. */
export async function readOverviewUnit(ctx: Ctx, unitId: string): Promise<Unit> {
  const unit = await readUnit(ctx.db, unitId);
  if (unitLevels.indexOf(unit.level) > deepest || !covers(ctx.actor, unit.path, ...readers)) throw notFound('dashboards');
  return unit;
}

/** A row of the table and a zone of the map. `column` is where a case keeps the id of it. */
export type Area = { id: string; name: string; code: string | null; path: string; level: UnitLevel };
export type Areas = { column: 'gridId' | 'communityId'; rows: Area[] };

/** The parts an overview is broken down by: grids of a community (or the grid itself), communities of everything above. */
export async function readAreas(ctx: Ctx, unit: Unit): Promise<Areas> {
  const now = new Date(ctx.now());
  const level = unit.level === 'community' || unit.level === 'grid' ? 'grid' : 'community';
  const rows = await ctx.db.territoryUnit.findMany({
    where: { level, path: { startsWith: unit.path }, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    select: { id: true, name: true, code: true, path: true },
    orderBy: [{ code: 'asc' }, { no: 'asc' }],
  });
  return { column: level === 'grid' ? 'gridId' : 'communityId', rows: rows.map((row) => ({ ...row, level })) };
}
