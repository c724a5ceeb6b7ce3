import type { MultiPolygon } from '../place.ts';
import { ringEdges, ringsOf } from './ring-edges.ts';
import { snap } from './snap.ts';

/** One line of a boundary on the lattice, from south (y0) to north (y1); `x` and `next` are its places at the bottom and top of the band in work. */
export type CoverageEdge = { x0: number; y0: number; x1: number; y1: number; owner: number; x: number; next: number };

/** Crossings nearer than this to the bottom of a band are taken at this height, so that every step moves on. */
const LEAST_STEP = 0.05;
const THIN = 0.5;

/** Lines of an area that go up or down; level ones bound no band. */
export function edgesOf(area: MultiPolygon, owner: number): CoverageEdge[] {
  const edges: CoverageEdge[] = [];
  for (const ring of ringsOf(area)) {
    for (const [from, to] of ringEdges(ring)) {
      const a = snap(from);
      const b = snap(to);
      if (a[1] === b[1]) continue;
      const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
      edges.push({ x0: low[0], y0: low[1], x1: high[0], y1: high[1], owner, x: low[0], next: low[0] });
    }
  }
  return edges;
}

/** Where a line is at a height; the ends are exact, so lines that share ends share places. */
export function xAt(edge: CoverageEdge, y: number): number {
  if (y <= edge.y0) return edge.x0;
  if (y >= edge.y1) return edge.x1;
  return edge.x0 + (edge.x1 - edge.x0) * ((y - edge.y0) / (edge.y1 - edge.y0));
}

/**
 * Walks bands from south to north in which no line begins, ends or crosses another, and hands over the lines of each
 * band from west to east. A band without lines (between separate parts) is handed over empty.
 */
export function sweepUp(
  edges: readonly CoverageEdge[],
  band: (active: readonly CoverageEdge[], bottom: number, top: number) => void,
): void {
  const waiting = [...edges].sort((p, q) => p.y0 - q.y0 || p.x0 - q.x0 || p.x1 - q.x1 || p.owner - q.owner);
  const heights = [...new Set(edges.flatMap((edge) => [edge.y0, edge.y1]))].sort((a, b) => a - b);
  let active: CoverageEdge[] = [];
  let at = 0;
  heights.forEach((bottom, index) => {
    const top = heights[index + 1];
    if (top === undefined) return;
    active = active.filter((edge) => edge.y1 > bottom);
    for (let edge = waiting[at]; edge && edge.y0 === bottom; edge = waiting[++at]) {
      edge.x = edge.x0;
      active.push(edge);
    }
    let from = bottom;
    while (from < top) {
      for (const edge of active) edge.next = xAt(edge, top);
      order(active);
      const to = firstCrossing(active, from, top);
      if (to < top) for (const edge of active) edge.next = xAt(edge, to);
      band(active, from, to);
      for (const edge of active) edge.x = edge.next;
      from = to;
    }
  });
}

/** Insertion sort: from band to band the order hardly changes, so this is nearly linear. */
function order(active: CoverageEdge[]): void {
  for (let index = 1; index < active.length; index++) {
    const moving = active[index];
    if (!moving) continue;
    let place = index;
    for (let before = active[place - 1]; before && westOf(moving, before); before = active[place - 1]) {
      active[place] = before;
      place--;
    }
    active[place] = moving;
  }
}

function westOf(p: CoverageEdge, q: CoverageEdge): boolean {
  if (p.x !== q.x) return p.x < q.x;
  if (p.next !== q.next) return p.next < q.next;
  return p.owner < q.owner;
}

/** Height of the lowest crossing of neighbouring lines, or the top of the band. */
function firstCrossing(active: readonly CoverageEdge[], bottom: number, top: number): number {
  let first = top;
  let west: CoverageEdge | undefined;
  for (const east of active) {
    if (west && west.next > east.next + THIN) {
      const gap = east.x - west.x;
      const height = bottom + ((top - bottom) * gap) / (gap + west.next - east.next);
      if (height < first) first = Math.max(height, Math.min(top, bottom + LEAST_STEP));
    }
    west = east;
  }
  return first;
}
