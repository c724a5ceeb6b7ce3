import * as z from 'zod/mini';
import { namesOf } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { labelPoint } from '#shared/kernel/geometry/label-point.ts';
import { unitId } from '#shared/kernel/ids.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { findUnit, findUnitsUp } from '../territory-store.ts';
import { toUnit } from '../unit-dto.ts';
import { administers, worksAround, worksOver } from '../unit-scope.ts';
import { ladderOf } from './read-duty-chain.ts';

export const unitInput = z.object({ unitId });
export type UnitInput = z.infer<typeof unitInput>;

const HISTORY = 100;

/** One unit with its place in the tree, every version of its boundary, and who holds and held its posts. */
export async function readUnitPage(ctx: Ctx, input: UnitInput) {
  const row = await findUnit(ctx.db, input.unitId);
  if (!row || (row.level === 'household' && !worksOver(ctx.actor, row.path))) throw territoryRefusal('notFound');
  const staff = worksAround(ctx.actor, row.path);
  const [line, boundaries, posts, childCount] = await Promise.all([
    findUnitsUp(ctx.db, row.path),
    ctx.db.unitBoundary.findMany({ where: { unitId: row.id }, orderBy: { version: 'desc' }, take: HISTORY }),
    ctx.db.appointment.findMany({ where: { unitId: row.id }, orderBy: [{ validFrom: 'desc' }, { id: 'desc' }], take: HISTORY }),
    ctx.db.territoryUnit.count({ where: { parentId: row.id, OR: [{ validTo: null }, { validTo: { gt: new Date(ctx.now()) } }] } }),
  ]);
  const shownPosts = staff ? posts : [];
  const names = await namesOf(ctx.db, [
    ...shownPosts.flatMap((post) => [post.userId, post.appointedBy]),
    ...boundaries.map((boundary) => boundary.drawnBy),
  ]);
  const current = boundaries.find((boundary) => boundary.validTo === null);
  const geometry = (current?.geometry ?? null) as MultiPolygon | null;
  return {
    unit: toUnit(row),
    line: line.map((entry) => ({ id: entry.id, level: entry.level as UnitLevel, name: entry.name, code: entry.code })),
    ladder: ladderOf(line),
    childCount,
    geometry,
    labelPoint: geometry && labelPoint(geometry),
    boundaries: boundaries.map((boundary) => ({
      version: boundary.version,
      areaM2: boundary.areaM2,
      validFrom: boundary.validFrom.getTime(),
      validTo: boundary.validTo?.getTime() ?? null,
      drawnBy: staff ? (names.get(boundary.drawnBy) ?? null) : null,
    })),
    holders: shownPosts.map((post) => ({
      appointmentId: post.id,
      userId: post.userId,
      name: names.get(post.userId) ?? '',
      role: post.role,
      deputy: post.deputy,
      validFrom: post.validFrom.getTime(),
      validTo: post.validTo?.getTime() ?? null,
      appointedBy: names.get(post.appointedBy) ?? null,
    })),
    mayEdit: administers(ctx.actor, row.path),
  };
}
