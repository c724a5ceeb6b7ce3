import L from 'leaflet';
import { toGcj02 } from './datum.ts';
import type { TileSource } from './map-types.ts';

/** Two steps of Leaflet's grid that decide where tiles go; not in its published types. */
type GridSteps = {
  _getTiledPixelBounds: (centre: L.LatLng) => L.Bounds;
  _setZoomTransform: (level: unknown, centre: L.LatLng, zoom: number) => void;
};

function shifted(centre: L.LatLng): L.LatLng {
  const [lng, lat] = toGcj02([centre.lng, centre.lat]);
  return L.latLng(lat, lng);
}

/** Tiles under our own layers, calmed so that they stay ground. Tiles in GCJ-02 are laid where their content truly is. */
export function addTileLayer(map: L.Map, source: TileSource): () => void {
  const layer = L.tileLayer(source.url, { maxZoom: 19, maxNativeZoom: source.maxZoom, className: 'map-tiles' });
  if (source.datum === 'GCJ-02') {
    const steps = layer as unknown as GridSteps;
    const bounds = steps._getTiledPixelBounds;
    const transform = steps._setZoomTransform;
    steps._getTiledPixelBounds = (centre) => bounds.call(layer, shifted(centre));
    steps._setZoomTransform = (level, centre, zoom) => transform.call(layer, level, shifted(centre), zoom);
  }
  layer.addTo(map);
  return () => {
    layer.remove();
  };
}
