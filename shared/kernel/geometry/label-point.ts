import type { MultiPolygon, PolygonCoordinates, Position } from '../place.ts';
import { boxOfPositions } from './bounding-box.ts';
import { nearestOnEdge } from './distance-to-area.ts';
import { ringAreaM2 } from './measure.ts';
import { pointInPolygon } from './point-in-polygon.ts';
import { areaOf, ringEdges } from './ring-edges.ts';

/** Centre of mass of the outer ring of the largest part, in degrees; it may lie outside a bent area. Null for an empty area. */
export function centroid(area: MultiPolygon): Position | null {
  const outer = largestPart(area)?.[0];
  const origin = outer?.[0];
  if (!outer || !origin) return null;
  let twice = 0;
  let x = 0;
  let y = 0;
  for (const [a, b] of ringEdges(outer)) {
    const ax = a[0] - origin[0];
    const ay = a[1] - origin[1];
    const bx = b[0] - origin[0];
    const by = b[1] - origin[1];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return twice === 0 ? origin : [origin[0] + x / (3 * twice), origin[1] + y / (3 * twice)];
}

/**
 * A point well inside the largest part, where a name or number can stand: of the centroid and the middles of the
 * widest crossings of nine parallels, the one farthest from any edge. Null when the area has no inside.
 */
export function labelPoint(area: MultiPolygon): Position | null {
  const polygon = largestPart(area);
  const outer = polygon?.[0];
  if (!polygon || !outer) return null;
  const middle = centroid(area);
  const [, south, , north] = boxOfPositions(outer);
  const candidates: Position[] = middle ? [middle] : [];
  for (let step = 1; step < 10; step++) candidates.push(...middlesAt(polygon, south + ((north - south) * step) / 10));
  let best: { at: Position; clearM: number } | null = null;
  for (const at of candidates) {
    if (pointInPolygon(at, polygon) !== 'inside') continue;
    const clearM = nearestOnEdge(at, areaOf(polygon))?.distanceM ?? 0;
    if (!best || clearM > best.clearM) best = { at, clearM };
  }
  return best?.at ?? null;
}

function largestPart(area: MultiPolygon): PolygonCoordinates | undefined {
  let best: { polygon: PolygonCoordinates; size: number } | undefined;
  for (const polygon of area.coordinates) {
    const size = polygon[0] ? ringAreaM2(polygon[0]) : 0;
    if (!best || size > best.size) best = { polygon, size };
  }
  return best?.polygon;
}

function middlesAt(polygon: PolygonCoordinates, lat: number): Position[] {
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (const [a, b] of ringEdges(ring)) {
      if (a[1] > lat !== b[1] > lat) crossings.push(a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
    }
  }
  crossings.sort((a, b) => a - b);
  const spans: { at: Position; width: number }[] = [];
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const west = crossings[index] ?? 0;
    const east = crossings[index + 1] ?? 0;
    spans.push({ at: [(west + east) / 2, lat], width: east - west });
  }
  return spans
    .sort((a, b) => b.width - a.width)
    .slice(0, 2)
    .map((span) => span.at);
}
