import type { MultiPolygon, Position } from '../place.ts';
import { metresPerDegree } from './measure.ts';
import { pointInArea } from './point-in-polygon.ts';
import { ringEdges, ringsOf } from './ring-edges.ts';

/** Nearest place on any edge of an area and its distance in metres, whether the point is inside or not; null for an empty area. */
export function nearestOnEdge(point: Position, area: MultiPolygon): { distanceM: number; at: Position } | null {
  const per = metresPerDegree(point[1]);
  let best: { squared: number; at: Position } | null = null;
  for (const ring of ringsOf(area)) {
    for (const [a, b] of ringEdges(ring)) {
      const ax = (a[0] - point[0]) * per.lng;
      const ay = (a[1] - point[1]) * per.lat;
      const dx = (b[0] - a[0]) * per.lng;
      const dy = (b[1] - a[1]) * per.lat;
      const length2 = dx * dx + dy * dy;
      const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
      const squared = (ax + t * dx) ** 2 + (ay + t * dy) ** 2;
      if (!best || squared < best.squared) best = { squared, at: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])] };
    }
  }
  return best && { distanceM: Math.sqrt(best.squared), at: best.at };
}

/** Distance in metres from a point to an area: 0 inside or on its edge, Infinity to an empty area (flat earth around the point; good to some km). */
export function distanceToAreaM(point: Position, area: MultiPolygon): number {
  if (pointInArea(point, area) !== 'outside') return 0;
  return nearestOnEdge(point, area)?.distanceM ?? Number.POSITIVE_INFINITY;
}
