import { metresPerDegree } from '#shared/kernel/geometry/measure.ts';
import type { Position } from '#shared/kernel/place.ts';

/** Metres east and north of the town's south-west corner. */
export type Metres = readonly [number, number];

const origin: Position = [113.08, 28.8];
const per = metresPerDegree(28.8055);

/** From metres to degrees, on the lattice of 1e-7°, so that shared corners are equal to the last digit. */
export function toPosition([x, y]: Metres): Position {
  return [Math.round((origin[0] + x / per.lng) * 1e7) / 1e7, Math.round((origin[1] + y / per.lat) * 1e7) / 1e7];
}

export function lerp(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** Shares 0 … 1 in equal steps, both ends included. */
export function steps(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, index) => index / count);
}

/** A closed ring in degrees through corners in metres. */
export function toRing(corners: readonly Metres[]): Position[] {
  const ring = corners.map(toPosition);
  const first = ring[0];
  return first ? [...ring, first] : [];
}

/** The four corners of a rectangle around a centre, turned by `angle` (radians). */
export function rectangle(box: { at: Metres; length: number; depth: number; angle: number }): Metres[] {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const corner = (a: number, b: number): Metres => {
    const x = (a * box.length) / 2;
    const y = (b * box.depth) / 2;
    return [box.at[0] + x * cos - y * sin, box.at[1] + x * sin + y * cos];
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
