import { type UnitLevel, unitLevels } from '../identity/identity-schema.ts';
import { boundingBox } from '../kernel/geometry/bounding-box.ts';
import { coverage, type Region } from '../kernel/geometry/coverage.ts';
import { distanceM } from '../kernel/geometry/measure.ts';
import { ringFaults } from '../kernel/geometry/ring-validity.ts';
import { selfIntersections } from '../kernel/geometry/self-intersection.ts';
import type { MultiPolygon } from '../kernel/place.ts';
import type { CheckedUnit, Finding, Tolerance } from './checks.ts';

/** Levels whose units must cover their parent without a gap. Estates and buildings may leave ground between them. */
const tilingLevels: readonly UnitLevel[] = ['street', 'community', 'grid'];

/** Levels that need a boundary at all; a building or household may be a point. */
const boundedLevels: readonly UnitLevel[] = ['district', 'street', 'community', 'grid'];

/** Faults of each boundary by itself: missing, bad rings, lines that meet themselves. */
export function checkShapes(units: readonly CheckedUnit[]): Finding[] {
  return units.flatMap((unit): Finding[] => {
    const about = { unitIds: [unit.id], areaM2: 0 };
    if (!unit.geometry) {
      const needed = boundedLevels.includes(unit.level);
      return needed ? [{ ...about, code: 'noBoundary', severity: 'error', sample: null, params: { name: unit.name } }] : [];
    }
    const rings = ringFaults(unit.geometry);
    const worst = rings.find((fault) => fault.kind !== 'zeroLength') ?? rings[0];
    const meets = selfIntersections(unit.geometry);
    const cut = meets.find((meet) => meet.kind !== 'touch') ?? meets[0];
    const found: Finding[] = [];
    if (worst) {
      found.push({
        ...about,
        code: 'badRing',
        severity: worst.kind === 'zeroLength' ? 'warning' : 'error',
        sample: worst.at && { type: 'Point', coordinates: worst.at },
        params: { name: unit.name, fault: worst.kind, part: worst.part + 1, ring: worst.ring + 1, count: rings.length },
      });
    }
    if (cut) {
      found.push({
        ...about,
        code: 'selfIntersection',
        severity: cut.kind === 'touch' ? 'warning' : 'error',
        sample: { type: 'Point', coordinates: cut.at },
        params: { name: unit.name, kind: cut.kind, count: meets.length },
      });
    }
    return found;
  });
}

/** Overlaps, gaps and parts beyond the parent among the units of each parent and level. */
export function checkCoverage(units: readonly CheckedUnit[], tolerance: Tolerance): Finding[] {
  const geometries = new Map(units.map((unit) => [unit.id, unit.geometry]));
  const groups = new Map<string, CheckedUnit[]>();
  for (const unit of units) {
    if (!unit.geometry || unit.level === 'household') continue;
    const key = `${unit.level} ${unit.parentId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups.values()].flatMap((siblings) => {
    const first = siblings[0];
    if (!first) return [];
    const frame = (first.parentId && geometries.get(first.parentId)) || null;
    const areas = siblings.flatMap((unit) => (unit.geometry ? [unit.geometry] : []));
    const regions = coverage({ areas, frame, minM2: tolerance.sliverM2 }).filter((region) => widthM(region) >= tolerance.sliverM);
    return regions
      .filter((region) => region.kind !== 'gap' || (tilingLevels.includes(first.level) && isMeantToTile(first, units)))
      .map((region) => toFinding(region, siblings));
  });
}

/** Siblings under one parent tile it; units without a parent (a list of neighbourhoods) are checked for enclosed gaps as well. */
function isMeantToTile(unit: CheckedUnit, all: readonly CheckedUnit[]): boolean {
  return unit.parentId !== null || unitLevels.indexOf(unit.level) === Math.min(...all.map((other) => unitLevels.indexOf(other.level)));
}

function toFinding(region: Region, siblings: readonly CheckedUnit[]): Finding {
  const owners = region.owners.flatMap((index) => siblings[index] ?? []);
  const params = { names: owners.map((unit) => unit.name).join('、'), areaM2: Math.round(region.areaM2) };
  const about = { areaM2: region.areaM2, sample: region.geometry, severity: 'error' as const };
  if (region.kind === 'gap') {
    const parentId = siblings[0]?.parentId;
    return {
      ...about,
      code: 'gap',
      unitIds: parentId ? [parentId] : [],
      params: { areaM2: params.areaM2, level: siblings[0]?.level ?? '' },
    };
  }
  return { ...about, code: region.kind === 'overlap' ? 'overlap' : 'outsideParent', unitIds: owners.map((unit) => unit.id), params };
}

/** Mean width of a region in metres: its area over the diagonal of its box. */
function widthM(region: { areaM2: number; geometry: MultiPolygon }): number {
  const [west, south, east, north] = boundingBox(region.geometry);
  const diagonal = distanceM([west, south], [east, north]);
  return diagonal > 0 ? region.areaM2 / diagonal : 0;
}
