import { lazy } from 'react';

/** The map as a chunk of its own: pages show their list first, the map comes after. Wrap it in Suspense. */
export const LazyMapView = lazy(() => import('./map-view.tsx'));

export { inGcjArea, toGcj02 } from './datum.ts';
export type {
  BaseFeature,
  BaseLayerName,
  BaseMap,
  MapArea,
  MapCircle,
  MapPoint,
  MapWords,
  MapZone,
  PointTone,
  TileSource,
} from './map-types.ts';
export type { MapViewProps } from './map-view.tsx';
export { type Corners, closeRing, crossesItself, insertCorner, moveCorner, openRing, removeCorner, sideMiddles } from './ring-edit.ts';
