import Supercluster, { type ClusterFeature, type PointFeature } from 'supercluster';
import type { BoundingBox, Position } from '#shared/kernel/place.ts';
import type { MapPoint } from './map-types.ts';

type Sums = { overdue: number };
type Props = { point: MapPoint };
/** What stands on the map at one zoom: a case, or a count of cases with how many of them are late. */
export type Drawn =
  | { kind: 'point'; position: Position; point: MapPoint }
  | { kind: 'cluster'; position: Position; clusterId: number; count: number; overdue: number };

export type PointIndex = { visible: (bounds: BoundingBox, zoom: number) => Drawn[]; zoomToOpen: (clusterId: number) => number };

/** From this zoom on every case stands alone. */
export const singleFrom = 18;

/** Builds the index once for a list of cases; asking it is fast at any zoom. A point without a usable position is left out. */
export function indexPoints(points: readonly MapPoint[]): PointIndex {
  const index = new Supercluster<Props, Sums>({
    radius: 56,
    maxZoom: singleFrom - 1,
    minPoints: 3,
    map: ({ point }) => ({ overdue: point.overdue ? 1 : 0 }),
    reduce: (sums, next) => {
      sums.overdue += next.overdue;
    },
  });
  const placed = points.filter(hasPlace);
  const single = placed.filter(standsAlone);
  index.load(
    placed
      .filter((point) => !standsAlone(point))
      .map((point) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [...point.position] }, properties: { point } })),
  );
  return {
    visible: ([west, south, east, north], zoom) => [
      ...index.getClusters([west, south, east, north], Math.floor(zoom)).map(drawnOf),
      ...single
        .filter(({ position: [lng, lat] }) => lng >= west && lng <= east && lat >= south && lat <= north)
        .map((point): Drawn => ({ kind: 'point', position: point.position, point })),
    ],
    zoomToOpen: (clusterId) => Math.min(singleFrom, index.getClusterExpansionZoom(clusterId)),
  };
}

function standsAlone({ number, symbol }: MapPoint): boolean {
  return number !== undefined || symbol !== undefined;
}

function hasPlace({ position: [lng, lat] }: MapPoint): boolean {
  return Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lat) < 85.06 && Math.abs(lng) <= 180;
}

function drawnOf(feature: ClusterFeature<Sums> | PointFeature<Props>): Drawn {
  const [lng = 0, lat = 0] = feature.geometry.coordinates;
  const { properties } = feature;
  if (!('cluster_id' in properties)) return { kind: 'point', position: [lng, lat], point: properties.point };
  return {
    kind: 'cluster',
    position: [lng, lat],
    clusterId: properties.cluster_id,
    count: properties.point_count,
    overdue: properties.overdue,
  };
}
