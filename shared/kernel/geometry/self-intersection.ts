import type { MultiPolygon, Position } from '../place.ts';
import { onSegment, SNAP, type Snapped, samePlace, snap, turn } from './snap.ts';

/** `crossing`: lines cut each other; `overlap`: they run together for a length; `touch`: a corner of a ring meets another line of the same ring. */
export type SelfIntersectionKind = 'crossing' | 'overlap' | 'touch';
export type SelfIntersection = { kind: SelfIntersectionKind; at: Position };

type Segment = {
  a: Snapped;
  b: Snapped;
  ring: number;
  index: number;
  count: number;
  west: number;
  east: number;
  south: number;
  north: number;
};

/**
 * Places where the lines of an area meet other than at their joints. Segments are swept from west to east, so a
 * boundary of n lines costs about n·√n. Rings that touch in a point are allowed (a hole at its outer ring).
 * At most `limit` places are returned; an area with more is beyond repair by hand anyway.
 */
export function selfIntersections(area: MultiPolygon, limit = 20): SelfIntersection[] {
  const segments = segmentsOf(area);
  const found: SelfIntersection[] = [];
  let open: Segment[] = [];
  for (const next of segments) {
    const still: Segment[] = [];
    for (const other of open) {
      if (other.east < next.west) continue;
      still.push(other);
      if (other.north < next.south || other.south > next.north) continue;
      const hit = meet(other, next);
      if (!hit) continue;
      found.push(hit);
      if (found.length >= limit) return found;
    }
    still.push(next);
    open = still;
  }
  return found;
}

function segmentsOf(area: MultiPolygon): Segment[] {
  const segments: Segment[] = [];
  let ring = 0;
  for (const positions of area.coordinates.flat()) {
    const points = positions.map(snap).filter((point, index, all) => index === 0 || !samePlace(point, all[index - 1] ?? point));
    const count = points.length - 1;
    let a: Snapped | undefined;
    points.forEach((b, index) => {
      if (a) {
        segments.push({
          a,
          b,
          ring,
          index: index - 1,
          count,
          west: Math.min(a[0], b[0]),
          east: Math.max(a[0], b[0]),
          south: Math.min(a[1], b[1]),
          north: Math.max(a[1], b[1]),
        });
      }
      a = b;
    });
    ring++;
  }
  return segments.sort((p, q) => p.west - q.west || p.south - q.south || p.ring - q.ring || p.index - q.index);
}

function meet(p: Segment, q: Segment): SelfIntersection | null {
  const t1 = turn(p.a, p.b, q.a);
  const t2 = turn(p.a, p.b, q.b);
  if (t1 === 0 && t2 === 0) return overlapOf(p, q);
  const t3 = turn(q.a, q.b, p.a);
  const t4 = turn(q.a, q.b, p.b);
  if (t1 > 0 !== t2 > 0 && t3 > 0 !== t4 > 0 && t1 !== 0 && t2 !== 0 && t3 !== 0 && t4 !== 0) {
    const share = t3 / (t3 - t4);
    return { kind: 'crossing', at: unsnap(p.a[0] + share * (p.b[0] - p.a[0]), p.a[1] + share * (p.b[1] - p.a[1])) };
  }
  if (p.ring !== q.ring || neighbours(p, q)) return null;
  const corner = [q.a, q.b].find((end) => onSegment(end, p.a, p.b)) ?? [p.a, p.b].find((end) => onSegment(end, q.a, q.b));
  return corner ? { kind: 'touch', at: unsnap(corner[0], corner[1]) } : null;
}

function overlapOf(p: Segment, q: Segment): SelfIntersection | null {
  const west = Math.max(p.west, q.west);
  const east = Math.min(p.east, q.east);
  const south = Math.max(p.south, q.south);
  const north = Math.min(p.north, q.north);
  if (west > east || south > north || (west === east && south === north)) return null;
  return { kind: 'overlap', at: unsnap((west + east) / 2, (south + north) / 2) };
}

function neighbours(p: Segment, q: Segment): boolean {
  const apart = Math.abs(p.index - q.index);
  return apart <= 1 || apart === p.count - 1;
}

function unsnap(x: number, y: number): Position {
  return [x / SNAP, y / SNAP];
}
