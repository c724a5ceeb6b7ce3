import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { BoundingBox, MultiPolygon, Position } from '#shared/kernel/place.ts';
import type { ShapeName } from '../ui/icons/shapes.ts';

/** Layers of our own vector base map, from the ground up. */
export const baseLayers = ['land', 'estate', 'green', 'water', 'building', 'road'] as const;
export type BaseLayerName = (typeof baseLayers)[number];
export type BaseFeature = Feature<Geometry, { layer: BaseLayerName; name?: string | null; widthM?: number }>;
export type BaseMap = FeatureCollection<Geometry, BaseFeature['properties']>;

/** A colour by its meaning; the map looks the tokens up. */
export type PointTone = 'new' | 'rest' | 'doing' | 'done' | 'soon' | 'late';

/** One case as the map needs it. `ageDays` sets the size: a point grows with waiting, never with number. */
export type MapPoint = {
  id: string;
  position: Position;
  shape: ShapeName;
  tone: PointTone;
  overdue: boolean;
  ageDays: number;
  label: string;
  /** a number on a disc, as the stop of a route; the shape is a small mark at its corner. Never gathered into a count. */
  number?: number;
  /** what stands above its place on a plate of its own, as a whistle; the shape is a small mark at its corner. Never gathered either. */
  symbol?: ShapeName;
};

/** A unit of the territory. `step` 1 to 4 colours it by a measure; `own` is drawn washed and with a thick edge. */
export type MapZone = {
  id: string;
  name: string;
  geometry: MultiPolygon;
  own?: boolean;
  /** ground that is wrong: an overlap, a gap, what lies beyond the parent */
  fault?: boolean;
  /** everything that is not ours, greyed */
  faded?: boolean;
  step?: 1 | 2 | 3 | 4 | null;
  /** box in the middle: grid number, figure, small line */
  tag?: { badge: string; figure?: string; note?: string };
};

/** `accuracy`: how sure a position is; `search`: a dashed ring, as the 50 m of a possible duplicate. */
export type MapCircle = { id: string; centre: Position; radiusM: number; kind: 'accuracy' | 'search' };

export type MapArea = { centre: Position; zoom: number; bounds: BoundingBox };

/** Where tiles come from, in which datum they are drawn, and who must be named. */
export type TileSource = { url: string; datum: 'WGS-84' | 'GCJ-02'; maxZoom: number };

export type MapWords = {
  zoomIn: string;
  zoomOut: string;
  locate: string;
  pointList: string;
  cluster: (count: number, overdue: number) => string;
};
