import { difference, intersection, union } from 'polyclip-ts';
import type { MultiPolygon } from '../place.ts';

/** What belongs to any of the areas; null when there are none. Used to merge grids. */
export function mergeAreas(areas: readonly MultiPolygon[]): MultiPolygon | null {
  const [first, ...rest] = areas;
  return first ? wrap(union(first.coordinates, ...rest.map((area) => area.coordinates))) : null;
}

/** What belongs to both areas; null when they share no area. Exact but slow on long boundaries: for a few areas, not for a whole city. */
export function commonArea(a: MultiPolygon, b: MultiPolygon): MultiPolygon | null {
  return wrap(intersection(a.coordinates, b.coordinates));
}

/** What of `area` is left without `without`; null when nothing is. */
export function cutArea(area: MultiPolygon, ...without: readonly MultiPolygon[]): MultiPolygon | null {
  const [first, ...rest] = without;
  return first ? wrap(difference(area.coordinates, first.coordinates, ...rest.map((other) => other.coordinates))) : area;
}

function wrap(coordinates: MultiPolygon['coordinates']): MultiPolygon | null {
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null;
}
