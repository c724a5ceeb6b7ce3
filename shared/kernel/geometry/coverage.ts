import type { MultiPolygon } from '../place.ts';
import { createStrips, type Region } from './coverage-strips.ts';
import { type CoverageEdge, edgesOf, sweepUp } from './coverage-sweep.ts';
import { SNAP } from './snap.ts';

/** Widths below half a lattice unit (5 mm) are shared lines, not areas. */
const THIN = 0.5;

/**
 * How a set of areas covers the ground, found in one sweep from south to north over all their lines at once:
 * `overlap` = covered by two or more; `gap` = covered by none, inside the frame (without a frame: enclosed on all
 * sides); `outside` = covered, but beyond the frame. Each region is one connected piece with its area in m² and the
 * indices of the areas concerned; regions below `minM2` are left out. Some 130,000 lines take about a second.
 */
export function coverage(input: { areas: readonly MultiPolygon[]; frame: MultiPolygon | null; minM2: number }): Region[] {
  const frameOwner = input.areas.length;
  const edges = input.areas.flatMap((area, owner) => edgesOf(area, owner));
  if (input.frame) edges.push(...edgesOf(input.frame, frameOwner));
  const strips = createStrips();
  const inside = new Set<number>();

  const take = (edge: CoverageEdge) => {
    if (!inside.delete(edge.owner)) inside.add(edge.owner);
  };

  const put = (strip: { left: CoverageEdge; right: CoverageEdge; bottom: number; top: number }) => {
    const { left, right, bottom, top } = strip;
    const xs = { leftBottom: left.x, rightBottom: right.x, leftTop: left.next, rightTop: right.next };
    if (xs.rightBottom - xs.leftBottom + xs.rightTop - xs.leftTop <= 2 * THIN) return;
    const framed = inside.has(frameOwner);
    const members = inside.size - (framed ? 1 : 0);
    if (members === 1 && (framed || !input.frame)) return;
    const owners = [...inside].filter((owner) => owner !== frameOwner).sort((a, b) => a - b);
    const shape = { ...xs, left, right, bottom, top, owners };
    if (members === 0) {
      if (framed || !input.frame) strips.put({ ...shape, kind: 'gap' });
      return;
    }
    if (members > 1) strips.put({ ...shape, kind: 'overlap' });
    if (input.frame && !framed) strips.put({ ...shape, kind: 'outside' });
  };

  strips.openGround(!input.frame);
  sweepUp(edges, (active, bottom, top) => {
    strips.begin(bottom, top);
    const first = active[0];
    const last = active.at(-1);
    if (!input.frame) strips.putOpen(first ? Math.max(first.x, first.next) : null, last ? Math.min(last.x, last.next) : null);
    let left: CoverageEdge | undefined;
    for (const right of active) {
      if (left) put({ left, right, bottom, top });
      take(right);
      left = right;
    }
    inside.clear();
    strips.end();
  });
  strips.openGround(!input.frame);
  return strips.regions(SNAP).filter((region) => region.areaM2 >= input.minM2);
}

export type { Region } from './coverage-strips.ts';
