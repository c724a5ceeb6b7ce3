import type { Position } from '#shared/kernel/place.ts';

const semiMajorM = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;
const rad = Math.PI / 180;

function waves(x: number, terms: readonly (readonly [number, number])[]): number {
  return terms.reduce((sum, [amplitude, frequency]) => sum + amplitude * Math.sin(x * frequency * Math.PI), 0);
}

/** Outside this box around China the two datums agree. */
export function inGcjArea([lng, lat]: Position): boolean {
  return lng > 72.004 && lng < 137.8347 && lat > 0.8293 && lat < 55.8271;
}

/** WGS-84 to GCJ-02, the datum of public Chinese tiles. Good to about a metre; degrees. Only the tile layer uses it: what we store stays WGS-84. */
export function toGcj02(position: Position): Position {
  if (!inGcjArea(position)) return position;
  const [lng, lat] = position;
  const x = lng - 105;
  const y = lat - 35;
  const shared =
    (waves(x, [
      [20, 6],
      [20, 2],
    ]) *
      2) /
    3;
  const root = Math.sqrt(Math.abs(x));
  const rawLat =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    shared +
    (waves(y, [
      [20, 1],
      [40, 1 / 3],
    ]) *
      2) /
      3 +
    (waves(y, [
      [160, 1 / 12],
      [320, 1 / 30],
    ]) *
      2) /
      3;
  const rawLng =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    shared +
    (waves(x, [
      [20, 1],
      [40, 1 / 3],
    ]) *
      2) /
      3 +
    (waves(x, [
      [150, 1 / 12],
      [300, 1 / 30],
    ]) *
      2) /
      3;
  const sine = Math.sin(lat * rad);
  const factor = 1 - eccentricitySquared * sine * sine;
  const rootFactor = Math.sqrt(factor);
  const northM = (semiMajorM * (1 - eccentricitySquared)) / (factor * rootFactor);
  const eastM = (semiMajorM / rootFactor) * Math.cos(lat * rad);
  return [lng + rawLng / (eastM * rad), lat + rawLat / (northM * rad)];
}
