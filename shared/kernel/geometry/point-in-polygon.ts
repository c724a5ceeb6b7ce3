import type { MultiPolygon, PolygonCoordinates, Position, Ring } from '../place.ts';
import { onSegment, type Snapped, snap, turn } from './snap.ts';

/** Where a point lies. `boundary` means on a line within the lattice of about 1 cm; the caller decides whom a border point belongs to. */
export type Side = 'inside' | 'boundary' | 'outside';

function sideOfRing(p: Snapped, ring: Ring): Side {
  let inside = false;
  const last = ring[ring.length - 1];
  let from = last && snap(last);
  for (const at of ring) {
    const to = snap(at);
    if (from) {
      const up = to[1] > p[1];
      if (from[1] > p[1] !== up) {
        const side = turn(from, to, p);
        if (side === 0) return 'boundary';
        if (side > 0 === up) inside = !inside;
      } else if ((from[1] === p[1] || to[1] === p[1]) && onSegment(p, from, to)) return 'boundary';
    }
    from = to;
  }
  return inside ? 'inside' : 'outside';
}

/** Where a point lies to a polygon; inside a hole is `outside`, on a hole's edge is `boundary`. */
export function pointInPolygon(point: Position, polygon: PolygonCoordinates): Side {
  const p = snap(point);
  const [outer, ...holes] = polygon;
  if (!outer) return 'outside';
  const side = sideOfRing(p, outer);
  if (side !== 'inside') return side;
  for (const hole of holes) {
    const inHole = sideOfRing(p, hole);
    if (inHole === 'boundary') return 'boundary';
    if (inHole === 'inside') return 'outside';
  }
  return 'inside';
}

/** Where a point lies to an area of several parts; inside one part wins over the boundary of another. */
export function pointInArea(point: Position, area: MultiPolygon): Side {
  let found: Side = 'outside';
  for (const polygon of area.coordinates) {
    const side = pointInPolygon(point, polygon);
    if (side === 'inside') return 'inside';
    if (side === 'boundary') found = 'boundary';
  }
  return found;
}
