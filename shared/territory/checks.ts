import type { UnitLevel } from '../identity/identity-schema.ts';
import { boundingBox, boxHolds } from '../kernel/geometry/bounding-box.ts';
import { pointInArea } from '../kernel/geometry/point-in-polygon.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { BoundingBox, MultiPolygon, Position } from '../kernel/place.ts';
import { checkCoverage, checkShapes } from './check-boundaries.ts';

/** What the territory check can find (S0-02: every household to one grid, every grid to one person, grids tile the community). */
export const findingCodes = [
  'overlap',
  'gap',
  'outsideParent',
  'badRing',
  'selfIntersection',
  'noBoundary',
  'noOwner',
  'severalOwners',
  'householdInNoGrid',
  'householdInSeveralGrids',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export type CheckedUnit = { id: UnitId; level: UnitLevel; name: string; parentId: UnitId | null; geometry: MultiPolygon | null };
export type CheckedHousehold = { id: UnitId; name: string; point: Position | null };

/** Regions smaller than `sliverM2` or narrower than `sliverM` (mean width in metres) are drawing noise and left out. */
export type Tolerance = { sliverM2: number; sliverM: number };
export const defaultTolerance: Tolerance = { sliverM2: 5, sliverM: 0.2 };

/** One finding with what a map needs to show it: the units, the size in m² (0 for points and posts), the place. */
export type Finding = {
  code: FindingCode;
  severity: 'error' | 'warning';
  unitIds: UnitId[];
  areaM2: number;
  sample: MultiPolygon | { type: 'Point'; coordinates: Position } | null;
  params: Readonly<Record<string, string | number>>;
};

/** Checks a territory as one moment sees it: boundaries, owners of grids, households. 278 neighbourhoods take about a second. */
export function checkTerritory(input: {
  units: readonly CheckedUnit[];
  households: readonly CheckedHousehold[];
  /** number of holders in force per grid; null = posts are not checked */
  owners: ReadonlyMap<UnitId, number> | null;
  tolerance?: Tolerance;
}): Finding[] {
  const grids = input.units.filter((unit) => unit.level === 'grid');
  return [
    ...checkShapes(input.units),
    ...checkCoverage(input.units, input.tolerance ?? defaultTolerance),
    ...(input.owners ? checkOwners(grids, input.owners) : []),
    ...checkHouseholds(grids, input.households),
  ];
}

/** Every active grid has exactly one owner. */
export function checkOwners(grids: readonly CheckedUnit[], owners: ReadonlyMap<UnitId, number>): Finding[] {
  return grids.flatMap((grid): Finding[] => {
    const count = owners.get(grid.id) ?? 0;
    if (count === 1) return [];
    const code = count === 0 ? 'noOwner' : 'severalOwners';
    return [{ code, severity: 'error', unitIds: [grid.id], areaM2: 0, sample: grid.geometry, params: { name: grid.name, count } }];
  });
}

/** Every household with a point lies in one grid; on a shared border it is in several, which someone must settle. */
export function checkHouseholds(grids: readonly CheckedUnit[], households: readonly CheckedHousehold[]): Finding[] {
  const boxed: { grid: CheckedUnit; geometry: MultiPolygon; box: BoundingBox }[] = grids.flatMap((grid) =>
    grid.geometry ? [{ grid, geometry: grid.geometry, box: boundingBox(grid.geometry) }] : [],
  );
  return households.flatMap(({ id, name, point }): Finding[] => {
    if (!point) return [];
    const held = boxed
      .filter(({ box }) => boxHolds(box, point))
      .map(({ grid, geometry }) => ({ grid, side: pointInArea(point, geometry) }))
      .filter(({ side }) => side !== 'outside');
    if (held.length === 1) return [];
    const about = { severity: 'error' as const, areaM2: 0, sample: { type: 'Point' as const, coordinates: point } };
    if (held.length === 0) return [{ ...about, code: 'householdInNoGrid', unitIds: [id], params: { name } }];
    const names = held.map(({ grid }) => grid.name).join('、');
    return [{ ...about, code: 'householdInSeveralGrids', unitIds: [id, ...held.map(({ grid }) => grid.id)], params: { name, names } }];
  });
}
