import type { Placed } from '../cases/cases-events.ts';
import type { UnitLevel } from '../identity/identity-schema.ts';
import { boundingBox, growBox } from '../kernel/geometry/bounding-box.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { MultiPolygon } from '../kernel/place.ts';
import type { Instant } from '../kernel/time.ts';
import { pathsUp } from '../territory/path.ts';
import { type PlaceCandidate, resolvePoint } from '../territory/resolve-point.ts';
import type { ImportedRecord } from './read-record.ts';
import type { RecordFlag } from './record-problems.ts';

export type PlacerUnit = { unitId: UnitId; level: UnitLevel; code: string; name: string; aliases: readonly string[]; path: string };
export type PlacerArea = { unitId: UnitId; geometry: MultiPolygon; validFrom: Instant; validTo: Instant | null };
export type PlaceRecord = (record: Pick<ImportedRecord, 'point' | 'neighbourhood' | 'flags'>) => { placed: Placed; flags: RecordFlag[] };

/** Side of the squares by which areas near a point are found, degrees. */
const SQUARE = 0.01;
/** A point this near to a community it just misses still belongs to it, metres. */
const NEAR_M = 50;

/**
 * Places many records by the same units: the polygon that holds the point decides (in force at `at`, the time of the import), the published
 * name only where there is no usable point, where no polygon holds it, or between polygons that share the border it lies on.
 */
export function recordPlacer(input: {
  districtPath: string;
  units: readonly PlacerUnit[];
  areas: readonly PlacerArea[];
  at: Instant;
}): PlaceRecord {
  const byPath = new Map(input.units.map((unit) => [unit.path, unit]));
  const byName = namedCommunities(input.units);
  const squares = squaresOf(input.units, input.areas);
  const needed = [...squares.values()].flat().some(({ level }) => level === 'grid') ? 'grid' : 'community';

  const above = (path: string, level: UnitLevel) =>
    pathsUp(path)
      .map((step) => byPath.get(step))
      .find((unit) => unit?.level === level);
  const placedIn = (unit: { unitId: UnitId; path: string } | null, placement: Placed['placement']): Placed => ({
    placement,
    unitId: unit?.unitId ?? null,
    unitPath: unit?.path ?? null,
    scopePath: unit?.path ?? input.districtPath,
    gridId: unit === null ? null : (above(unit.path, 'grid')?.unitId ?? null),
    communityId: unit === null ? null : (above(unit.path, 'community')?.unitId ?? null),
  });
  // like every case without a point: it waits in the named community for somebody to place it
  const unplacedIn = (unit: PlacerUnit | null): Placed => ({ ...placedIn(unit, 'unplaced'), unitId: null, unitPath: null, gridId: null });

  return ({ point, neighbourhood, flags: known }) => {
    const named = neighbourhood === null ? null : (byName.get(nameKey(neighbourhood)) ?? null);
    const flags: RecordFlag[] = neighbourhood !== null && named === null ? ['neighbourhoodUnknown'] : [];
    if (point === null) return { placed: unplacedIn(named), flags };

    const candidates = squares.get(squareKey(point.lng, point.lat)) ?? [];
    const found = resolvePoint({ point: [point.lng, point.lat], at: input.at, candidates, needed, withinM: NEAR_M });
    if (found.placement === 'outside') {
      if (!known.includes('outsideCity')) flags.push('outsideUnits');
      return { placed: named === null ? placedIn(found.unit, 'outside') : placedIn(named, 'nearest'), flags };
    }
    if (found.placement !== 'inside') flags.push('onBorder');
    const unit = found.rivals.find(({ path }) => named !== null && path.startsWith(named.path)) ?? found.unit;
    if (named !== null && unit !== null && !unit.path.startsWith(named.path)) flags.push('neighbourhoodMismatch');
    return { placed: placedIn(unit, found.placement), flags };
  };
}

/** Communities by every name they go by; a name that two bear tells nothing. */
function namedCommunities(units: readonly PlacerUnit[]): Map<string, PlacerUnit | null> {
  const byName = new Map<string, PlacerUnit | null>();
  for (const unit of units.filter(({ level }) => level === 'community')) {
    for (const name of [unit.name, ...unit.aliases].map(nameKey)) byName.set(name, byName.has(name) ? null : unit);
  }
  return byName;
}

function nameKey(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function squareKey(lng: number, lat: number): string {
  return `${Math.floor(lng / SQUARE)}:${Math.floor(lat / SQUARE)}`;
}

function squaresOf(units: readonly PlacerUnit[], areas: readonly PlacerArea[]): Map<string, PlaceCandidate[]> {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const squares = new Map<string, PlaceCandidate[]>();
  for (const { unitId, geometry, validFrom, validTo } of areas) {
    const unit = byId.get(unitId);
    // the frame of a district holds every square and decides nothing
    if (unit === undefined || unit.level === 'district' || unit.level === 'street') continue;
    const candidate = { unitId, level: unit.level, code: unit.code, path: unit.path, geometry, validFrom, validTo };
    const [west, south, east, north] = growBox(boundingBox(geometry), NEAR_M);
    for (let x = Math.floor(west / SQUARE); x <= Math.floor(east / SQUARE); x++) {
      for (let y = Math.floor(south / SQUARE); y <= Math.floor(north / SQUARE); y++) {
        const key = `${x}:${y}`;
        const square = squares.get(key);
        if (square) square.push(candidate);
        else squares.set(key, [candidate]);
      }
    }
  }
  return squares;
}
