import type { MultiPolygon, Position, Ring } from '../place.ts';
import { ringEdges } from './ring-edges.ts';

/** Mean radius of the earth (IUGG R1) in metres. */
export const EARTH_RADIUS_M = 6_371_008.8;

const RAD = Math.PI / 180;

/** Great-circle distance in metres (haversine on the mean sphere; within 0.5 % of the ellipsoid). */
export function distanceM(a: Position, b: Position): number {
  const dLat = (b[1] - a[1]) * RAD;
  const dLng = (b[0] - a[0]) * RAD;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Area enclosed by one ring in m², positive whichever way the ring runs (spherical; straight lines in longitude and latitude). */
export function ringAreaM2(ring: Ring): number {
  let sum = 0;
  for (const [a, b] of ringEdges(ring)) sum += (b[0] - a[0]) * RAD * (2 + Math.sin(a[1] * RAD) + Math.sin(b[1] * RAD));
  return Math.abs((sum * EARTH_RADIUS_M * EARTH_RADIUS_M) / 2);
}

/** Area in m²: outer rings less their holes. */
export function areaM2(area: MultiPolygon): number {
  let sum = 0;
  for (const polygon of area.coordinates) {
    polygon.forEach((ring, index) => {
      sum += index === 0 ? ringAreaM2(ring) : -ringAreaM2(ring);
    });
  }
  return Math.max(0, sum);
}

/** Metres per degree of longitude and of latitude at a latitude, for work on a few kilometres. */
export function metresPerDegree(lat: number): { lng: number; lat: number } {
  return { lng: EARTH_RADIUS_M * RAD * Math.cos(lat * RAD), lat: EARTH_RADIUS_M * RAD };
}
