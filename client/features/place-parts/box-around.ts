import { metresPerDegree } from '#shared/kernel/geometry/measure.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';

/** A square view with the point in the middle, `radiusM` metres to each side. */
export function boxAround({ lng, lat }: { lng: number; lat: number }, radiusM: number): BoundingBox {
  const per = metresPerDegree(lat);
  const [dLng, dLat] = [radiusM / per.lng, radiusM / per.lat];
  return [lng - dLng, lat - dLat, lng + dLng, lat + dLat];
}
