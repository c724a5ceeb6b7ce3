import type { Position } from '../place.ts';

/** Steps per degree of the whole-number lattice on which positions are compared: 1e-7°, about 1 cm. */
export const SNAP = 1e7;

/** A position on the lattice, so that equality and orientation are exact (cross products stay below 2^53 up to about 4°). */
export type Snapped = readonly [number, number];

/** Moves a position to the lattice. */
export function snap(at: Position): Snapped {
  return [Math.round(at[0] * SNAP), Math.round(at[1] * SNAP)];
}

/** Twice the signed area of a, b, c in lattice units: > 0 when c lies left of a→b, 0 when the three are in line. */
export function turn(a: Snapped, b: Snapped, c: Snapped): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** True when p lies on the segment a–b, ends included. */
export function onSegment(p: Snapped, a: Snapped, b: Snapped): boolean {
  return (
    turn(a, b, p) === 0 &&
    p[0] >= Math.min(a[0], b[0]) &&
    p[0] <= Math.max(a[0], b[0]) &&
    p[1] >= Math.min(a[1], b[1]) &&
    p[1] <= Math.max(a[1], b[1])
  );
}

/** Same place on the lattice. */
export function samePlace(a: Snapped, b: Snapped): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
