import { homeDistrict, type PlacedInDistrict, placePoint } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { Placed } from '#shared/cases/cases-events.ts';
import { hasRole } from '#shared/identity/actor-policy.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { CasePoint } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { pathsUp } from '#shared/territory/path.ts';

export type PlacedCase = { placed: Placed; districtId: UnitId };
type Report = { point: CasePoint | null; unitId: UnitId | null; at: Instant };

/**
 * Where a report lies: by its point; where the point says nothing, by the unit that was chosen or read from the code on a door; else it
 * hangs on the reporter's own unit until a dispatcher places it.
 */
export async function placeReport(ctx: Ctx, tx: Db | Tx, { point, unitId, at }: Report): Promise<PlacedCase> {
  const within = unitId ?? (await ownUnit(ctx, tx, point));
  const found = await placePoint(tx, { point, at, ...(within === null ? {} : { withinUnitId: within }) });
  const chosen = unitId !== null && found.unitId === null ? await chosenUnit(tx, { unitId, placed: found }) : null;
  const { districtId, ...placed } = chosen ?? found;
  return { placed, districtId };
}

/** Staff report in their own district; a resident's point may lie in any. */
async function ownUnit(ctx: Ctx, tx: Db | Tx, point: CasePoint | null): Promise<UnitId | null> {
  const own = ctx.actor.posts.find((post) => post.unitId !== null)?.unitId ?? null;
  if (point === null && own !== null) return own;
  return hasRole(ctx.actor, 'resident') && own === null ? null : (await homeDistrict(tx, ctx.actor)).id;
}

/** A chosen community or anything below it owns the case; of a street or district nobody in particular answers. */
async function chosenUnit(tx: Db | Tx, { unitId, placed }: { unitId: UnitId; placed: PlacedInDistrict }): Promise<PlacedInDistrict | null> {
  const line = await tx.territoryUnit.findMany({
    where: { path: { in: pathsUp(placed.scopePath) } },
    select: { id: true, level: true, path: true },
  });
  const unit = line.find(({ id }) => id === unitId);
  if (!unit || unit.level === 'district' || unit.level === 'street') return null;
  const idOf = (level: string) => (line.find((entry) => entry.level === level)?.id as UnitId | undefined) ?? null;
  return {
    // a point outside the chosen unit is flagged, a choice without a point is as good as the person who made it
    placement: placed.placement === 'outside' ? 'nearest' : 'inside',
    unitId,
    unitPath: unit.path,
    scopePath: unit.path,
    gridId: idOf('grid'),
    communityId: idOf('community'),
    districtId: placed.districtId,
  };
}
