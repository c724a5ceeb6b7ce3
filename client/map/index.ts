import { lazy } from 'react';

/** The map as a chunk of its own: pages show their list first, the map comes after. Wrap it in Suspense. */
export const LazyMapView = lazy(() => import('./map-view.tsx'));

export type {
  BaseFeature,
  BaseLayerName,
  BaseMap,
  MapArea,
  MapCircle,
  MapPoint,
  MapWords,
  MapZone,
} from './map-types.ts';
export type { MapViewProps } from './map-view.tsx';
export { type Corners, closeRing, crossesItself, openRing } from './ring-edit.ts';
