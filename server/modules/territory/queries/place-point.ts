import type { Db, Tx } from '#server/platform/db.ts';
import type { Placed } from '#shared/cases/cases-events.ts';
import { type UnitLevel, unitLevels } from '#shared/identity/identity-schema.ts';
import { growBox } from '#shared/kernel/geometry/bounding-box.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type ResolvedPoint, resolvePoint } from '#shared/territory/resolve-point.ts';
import { territoryRefusal } from '../territory-refusal.ts';
import { findCandidates, findUnit, findUnitsUp, type UnitRow } from '../territory-store.ts';

/** A point no grid holds goes to the nearest one within this many metres (lifecycles D1: "else nearest grid flagged"). */
export const NEAREST_WITHIN_M = 200;

const needed: UnitLevel = 'grid';
const gridDepth = unitLevels.indexOf(needed);
const gridAndBelow = unitLevels.slice(gridDepth);
const aboveGrid = unitLevels.slice(0, gridDepth);
/** Held by nothing deeper than a street, nobody in particular answers: the case stays without a unit and every dispatcher below sees it. */
const ownerless: readonly string[] = ['district', 'street'];

export type PlacePointInput = {
  point: { lng: number; lat: number } | null;
  /** only units at or below this one (a district) come into question */
  withinUnitId?: string;
  at: Instant;
};
export type PlacedInDistrict = Placed & { districtId: UnitId };

/**
 * Where a point belongs at a moment: the deepest unit whose boundary in force then holds it, else the nearest grid, else outside.
 * Without a point: unplaced, in the given unit or the installation's first district.
 */
export async function placePoint(db: Db | Tx, input: PlacePointInput): Promise<PlacedInDistrict> {
  const home = await homeUnit(db, input.withinUnitId);
  if (!input.point) return noUnit(db, { placement: 'unplaced', scope: home });
  const within = input.withinUnitId === undefined ? '/' : home.path;
  const found = await resolve(db, { ...input.point, within, at: input.at });
  if (!found.unit) return noUnit(db, { placement: 'outside', scope: home });
  const line = await findUnitsUp(db, found.unit.path);
  const unit = line.at(-1);
  if (!unit) throw new Error(`unit at ${found.unit.path} is gone`);
  if (ownerless.includes(unit.level)) return noUnit(db, { placement: found.placement, scope: unit });
  return {
    placement: found.placement,
    unitId: unit.id as UnitId,
    unitPath: unit.path,
    scopePath: unit.path,
    gridId: idOf(line, 'grid'),
    communityId: idOf(line, 'community'),
    districtId: districtIn(line),
  };
}

/** Most points lie in a grid, so the small areas are asked first and the long boundaries above them only when none holds the point. */
async function resolve(
  db: Db | Tx,
  { lng, lat, within, at }: { lng: number; lat: number; within: string; at: Instant },
): Promise<ResolvedPoint> {
  const spot: BoundingBox = [lng, lat, lng, lat];
  const about = { point: [lng, lat] as [number, number], at, needed, withinM: NEAREST_WITHIN_M };
  const small = await findCandidates(db, { box: spot, levels: gridAndBelow, within, at });
  const first = resolvePoint({ ...about, candidates: small });
  if (first.placement === 'inside' || first.placement === 'several') return first;
  const [near, large] = await Promise.all([
    findCandidates(db, { box: growBox(spot, NEAREST_WITHIN_M), levels: [needed], within, at }),
    findCandidates(db, { box: spot, levels: aboveGrid, within, at }),
  ]);
  return resolvePoint({ ...about, candidates: [...near, ...large] });
}

async function homeUnit(db: Db | Tx, unitId: string | undefined): Promise<UnitRow> {
  const unit =
    unitId === undefined
      ? await db.territoryUnit.findFirst({ where: { level: 'district' }, orderBy: { no: 'asc' } })
      : await findUnit(db, unitId);
  if (!unit) throw territoryRefusal('notFound');
  return unit;
}

async function noUnit(db: Db | Tx, { placement, scope }: { placement: Placed['placement']; scope: UnitRow }): Promise<PlacedInDistrict> {
  const line = await findUnitsUp(db, scope.path);
  const none = { unitId: null, unitPath: null, gridId: null };
  return { placement, ...none, scopePath: scope.path, communityId: idOf(line, 'community'), districtId: districtIn(line) };
}

function idOf(line: readonly UnitRow[], level: UnitLevel): UnitId | null {
  return (line.find((unit) => unit.level === level)?.id as UnitId | undefined) ?? null;
}

function districtIn(line: readonly UnitRow[]): UnitId {
  const id = idOf(line, 'district');
  if (!id) throw new Error(`no district above ${line.at(-1)?.path ?? 'an unknown unit'}`);
  return id;
}
