import type { BoundingBox, MultiPolygon, Position } from '../place.ts';
import { EARTH_RADIUS_M } from './measure.ts';

/** The smallest box around positions, `[west, south, east, north]`; for none it is the empty box (west > east). */
export function boxOfPositions(positions: Iterable<Position>): BoundingBox {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const [lng, lat] of positions) {
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

/** The smallest box around an area; holes cannot enlarge it. */
export function boundingBox(area: MultiPolygon): BoundingBox {
  return boxOfPositions(area.coordinates.flatMap((polygon) => polygon[0] ?? []));
}

/** True when two boxes share at least one point. */
export function boxesTouch(a: BoundingBox, b: BoundingBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** True when the position is in the box or on its edge. */
export function boxHolds(box: BoundingBox, [lng, lat]: Position): boolean {
  return lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
}

/** The smallest box around two boxes. */
export function boxAround(a: BoundingBox, b: BoundingBox): BoundingBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The box widened by a margin in metres on every side. */
export function growBox(box: BoundingBox, marginM: number): BoundingBox {
  const dLat = (marginM / EARTH_RADIUS_M) * (180 / Math.PI);
  const widest = Math.max(Math.abs(box[1]), Math.abs(box[3]));
  const dLng = dLat / Math.max(Math.cos((widest * Math.PI) / 180), 1e-6);
  return [box[0] - dLng, box[1] - dLat, box[2] + dLng, box[3] + dLat];
}

/**
 * Index pairs (i < j) of boxes that touch: sorted by west edge and swept, so that disjoint areas cost nothing.
 * Pairs come in a fixed order for the same input.
 */
export function touchingPairs(boxes: readonly BoundingBox[]): [number, number][] {
  const order = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box[0] - b.box[0] || a.index - b.index);
  const pairs: [number, number][] = [];
  let open: typeof order = [];
  for (const next of order) {
    open = open.filter((other) => other.box[2] >= next.box[0]);
    for (const other of open) {
      if (boxesTouch(other.box, next.box)) pairs.push([Math.min(other.index, next.index), Math.max(other.index, next.index)]);
    }
    open.push(next);
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
