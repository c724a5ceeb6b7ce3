import type { Position, Ring } from '#shared/kernel/place.ts';

/** Corners of a ring being drawn: open, each once. A stored ring repeats its first position at the end. */
export type Corners = readonly Position[];

/** Fewest corners of an area. */
export const fewestCorners = 3;

/** A stored ring as corners. */
export function openRing(ring: Ring): Position[] {
  const [first] = ring;
  const last = ring[ring.length - 1];
  const closed = ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1];
  return closed ? ring.slice(0, -1) : [...ring];
}

/** Corners as a ring to store; null while there are fewer than three. */
export function closeRing(corners: Corners): Ring | null {
  const [first] = corners;
  return first && corners.length >= fewestCorners ? [...corners, first] : null;
}

export function moveCorner(corners: Corners, index: number, to: Position): Position[] {
  return corners.map((corner, at) => (at === index ? to : corner));
}

/** Puts a corner behind `index`; at the end it stands between the last and the first. */
export function insertCorner(corners: Corners, index: number, at: Position): Position[] {
  return [...corners.slice(0, index + 1), at, ...corners.slice(index + 1)];
}

/** Takes a corner away; an area keeps its last three. */
export function removeCorner(corners: Corners, index: number): Position[] {
  if (corners.length <= fewestCorners) return [...corners];
  return corners.filter((_, at) => at !== index);
}

/** The middle of each side, in the order of the sides. */
export function sideMiddles(corners: Corners): Position[] {
  return corners.map((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner;
    return [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2];
  });
}

/** True when two sides that do not meet cross each other: such an area cannot be saved. */
export function crossesItself(corners: Corners): boolean {
  const count = corners.length;
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 2; b < count; b += 1) {
      if (a === 0 && b === count - 1) continue;
      const [p, q, r, s] = [corners[a], corners[a + 1], corners[b], corners[(b + 1) % count]];
      if (p && q && r && s && sidesCross([p, q], [r, s])) return true;
    }
  }
  return false;
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function sidesCross([p, q]: readonly [Position, Position], [r, s]: readonly [Position, Position]): boolean {
  return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}
