import type { Placement } from '../cases/cases-schema.ts';
import { type UnitLevel, unitLevels } from '../identity/identity-schema.ts';
import { distanceToAreaM } from '../kernel/geometry/distance-to-area.ts';
import { pointInArea } from '../kernel/geometry/point-in-polygon.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { MultiPolygon, Position } from '../kernel/place.ts';
import type { Instant } from '../kernel/time.ts';
import { inForce } from './territory-schema.ts';

/** A unit with one version of its boundary, as found by a bounding-box query around the point. */
export type PlaceCandidate = {
  unitId: UnitId;
  level: UnitLevel;
  code: string;
  path: string;
  geometry: MultiPolygon;
  validFrom: Instant;
  validTo: Instant | null;
};

export type ResolvedPoint<C extends PlaceCandidate = PlaceCandidate> = {
  placement: Exclude<Placement, 'unplaced'>;
  unit: C | null;
  /** every unit of the chosen level that has an equal claim, the chosen one first */
  rivals: C[];
  /** metres from the point to the chosen unit; 0 when it holds the point */
  distanceM: number;
};

/**
 * Finds the unit a point belongs to at a moment.
 * The deepest level whose units hold the point decides. Strictly inside beats on the border; one claim is `inside`,
 * more are `several` (a shared border, an overlap) and the lowest code gets it, then the lowest id, so that every
 * device and every replay agrees. When no unit of `needed` or deeper holds the point, the nearest of level `needed` within
 * `withinM` gets it (`nearest`); else it is `outside`, with the deepest higher unit that holds it, or none.
 */
export function resolvePoint<C extends PlaceCandidate>(input: {
  point: Position;
  at: Instant;
  candidates: readonly C[];
  needed: UnitLevel;
  withinM: number;
}): ResolvedPoint<C> {
  const valid = input.candidates.filter((unit) => inForce(unit, input.at)).sort(byDepthCodeId);
  const claims = valid.map((unit) => ({ unit, side: pointInArea(input.point, unit.geometry) })).filter(({ side }) => side !== 'outside');
  const deepest = claims[0]?.unit.level;
  if (deepest && depthOf(deepest) >= depthOf(input.needed)) {
    const level = claims.filter(({ unit }) => unit.level === deepest);
    const strict = level.filter(({ side }) => side === 'inside');
    const rivals = (strict.length > 0 ? strict : level).map(({ unit }) => unit);
    return { placement: rivals.length === 1 ? 'inside' : 'several', unit: rivals[0] ?? null, rivals, distanceM: 0 };
  }
  const near = valid
    .filter((unit) => unit.level === input.needed)
    .map((unit) => ({ unit, distanceM: distanceToAreaM(input.point, unit.geometry) }))
    .filter(({ distanceM }) => distanceM <= input.withinM)
    .sort((a, b) => a.distanceM - b.distanceM || byDepthCodeId(a.unit, b.unit));
  const nearest = near[0];
  if (nearest) {
    const rivals = near.filter(({ distanceM }) => distanceM === nearest.distanceM).map(({ unit }) => unit);
    return { placement: 'nearest', unit: nearest.unit, rivals, distanceM: nearest.distanceM };
  }
  return { placement: 'outside', unit: claims[0]?.unit ?? null, rivals: [], distanceM: 0 };
}

function depthOf(level: UnitLevel): number {
  return unitLevels.indexOf(level);
}

function byDepthCodeId(a: PlaceCandidate, b: PlaceCandidate): number {
  return depthOf(b.level) - depthOf(a.level) || compare(a.code, b.code) || compare(a.unitId, b.unitId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
