import type { MultiPolygon, Position, Ring } from '../place.ts';
import { type Snapped, samePlace, snap, turn } from './snap.ts';

/** What can be wrong with one ring by itself. */
export const ringFaultKinds = ['tooShort', 'notClosed', 'zeroLength', 'spike', 'noArea'] as const;
export type RingFaultKind = (typeof ringFaultKinds)[number];

/** A fault with the part and ring (both from 0; ring 0 is the outer one) and the place where it is seen. */
export type RingFault = { kind: RingFaultKind; part: number; ring: number; at: Position | null };

/** Faults of every ring of an area: closed, four positions or more, no repeated position, no line that runs back on itself, some area. */
export function ringFaults(area: MultiPolygon): RingFault[] {
  return area.coordinates.flatMap((polygon, part) =>
    polygon.flatMap((positions, ring) => faultsOfRing(positions).map((fault) => ({ ...fault, part, ring }))),
  );
}

function faultsOfRing(ring: Ring): { kind: RingFaultKind; at: Position | null }[] {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || ring.length < 4) return [{ kind: 'tooShort', at: first ?? null }];
  const faults: { kind: RingFaultKind; at: Position | null }[] = [];
  const points = ring.map(snap);
  if (!samePlace(snap(first), snap(last))) faults.push({ kind: 'notClosed', at: last });
  const corners: { at: Position; on: Snapped }[] = [];
  ring.forEach((at, index) => {
    const on = points[index] ?? snap(at);
    const before = corners.at(-1);
    if (before && samePlace(before.on, on)) faults.push({ kind: 'zeroLength', at });
    else corners.push({ at, on });
  });
  const head = corners[0];
  const tail = corners.at(-1);
  if (head && tail && corners.length > 1 && samePlace(head.on, tail.on)) corners.pop();
  corners.forEach((corner, index) => {
    const before = corners.at(index - 1);
    const after = corners[(index + 1) % corners.length];
    if (before && after && runsBack(before.on, corner.on, after.on)) faults.push({ kind: 'spike', at: corner.at });
  });
  if (doubleArea(corners.map((corner) => corner.on)) === 0) faults.push({ kind: 'noArea', at: first });
  return faults;
}

function runsBack(a: Snapped, b: Snapped, c: Snapped): boolean {
  return turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;
}

function doubleArea(points: readonly Snapped[]): number {
  const origin = points[0];
  if (!origin) return 0;
  let sum = 0;
  points.forEach((to, index) => {
    const from = points.at(index - 1);
    if (from) sum += turn(origin, from, to);
  });
  return sum;
}
