import L from 'leaflet';
import { addCanvasLayer } from './canvas-layer.ts';
import { chooseLabels, type LabelWish } from './label-placing.ts';
import { type Ink, inkOf } from './map-ink.ts';
import { type BaseFeature, type BaseLayerName, type BaseMap, baseLayers } from './map-types.ts';

const fills: Readonly<Record<BaseLayerName, string>> = {
  land: '--map-land',
  estate: '--map-estate',
  green: '--map-green',
  water: '--map-water',
  building: '--map-building',
  road: '--map-road',
};
/** Zoom from which names of a layer are written. */
const namesFrom: Readonly<Record<BaseLayerName, number>> = { land: 12, estate: 14, green: 16, water: 14, building: 17.5, road: 15.5 };
const metresPerPixelAtZero = 156_543.03;

/** Our own map, drawn from GeoJSON on one canvas, with names that keep out of each other's way. */
export function addBaseLayer(map: L.Map, base: BaseMap): () => void {
  const holder = map.createPane('base');
  holder.style.zIndex = '200';
  const renderer = L.canvas({ pane: 'base', padding: 0.3 });
  const ink = inkOf(map.getContainer());
  const layers = baseLayers.map((name) =>
    L.geoJSON<BaseFeature['properties']>(featuresOf(base, name), {
      pane: 'base',
      interactive: false,
      style: (feature) => pathStyle({ map, ink, name, feature }),
      ...({ renderer } satisfies L.PathOptions),
    }).addTo(map),
  );
  const restyle = () => {
    for (const layer of layers) layer.setStyle((feature) => pathStyle({ map, ink, name: feature?.properties.layer ?? 'land', feature }));
  };
  map.on('zoomend', restyle);
  const names = addCanvasLayer({ map, pane: 'baseNames', zIndex: 450, paint: (context) => paintNames({ context, map, base, ink }) });
  return () => {
    map.off('zoomend', restyle);
    names.remove();
    for (const layer of layers) layer.remove();
    renderer.remove();
    holder.remove();
  };
}

function featuresOf(base: BaseMap, name: BaseLayerName): BaseMap {
  return {
    type: 'FeatureCollection',
    features: base.features.filter((feature) => feature.properties.layer === name && feature.geometry.type !== 'Point'),
  };
}

type StyleInput = {
  map: L.Map;
  ink: Ink;
  name: BaseLayerName;
  feature: { geometry: { type: string }; properties: BaseFeature['properties'] } | undefined;
};

function pathStyle({ map, ink, name, feature }: StyleInput): L.PathOptions {
  const line = feature?.geometry.type.includes('LineString') ?? false;
  if (!line) return { stroke: false, fill: true, fillColor: ink(fills[name]), fillOpacity: 1 };
  const metresPerPixel = (metresPerPixelAtZero * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** map.getZoom();
  const widthM = feature?.properties.widthM ?? (name === 'water' ? 12 : 6);
  return {
    stroke: true,
    fill: false,
    color: ink(fills[name]),
    weight: Math.max(1, widthM / metresPerPixel),
    lineCap: 'round',
    lineJoin: 'round',
    opacity: 1,
  };
}

function paintNames({ context, map, base, ink }: { context: CanvasRenderingContext2D; map: L.Map; base: BaseMap; ink: Ink }): void {
  const zoom = map.getZoom();
  const view = map.getBounds();
  const scale = Number(ink('--map-text-scale')) || 1;
  const wishes: LabelWish[] = [];
  for (const { geometry, properties } of base.features) {
    if (!properties.name || zoom < namesFrom[properties.layer]) continue;
    const at = middleOf(geometry);
    if (!at || !view.contains(at)) continue;
    const { x, y } = map.latLngToContainerPoint(at);
    const size = (properties.layer === 'estate' || properties.layer === 'land' ? 16 : 14) * scale;
    wishes.push({
      text: properties.name,
      x,
      y,
      size,
      width: size * [...properties.name].length,
      rank: baseLayers.indexOf(properties.layer),
    });
  }
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  for (const wish of chooseLabels(wishes)) {
    context.font = `${wish.size}px ${ink('--font')}`;
    context.strokeStyle = ink('--map-land');
    context.fillStyle =
      wish.rank === baseLayers.indexOf('water') ? ink('--map-water-ink') : wish.size > 14 * scale ? ink('--ink') : ink('--ink-3');
    context.strokeText(wish.text, wish.x, wish.y);
    context.fillText(wish.text, wish.x, wish.y);
  }
}

function middleOf(geometry: BaseFeature['geometry']): L.LatLng | null {
  if (geometry.type === 'Point') return L.latLng(geometry.coordinates[1] ?? 0, geometry.coordinates[0] ?? 0);
  if (geometry.type === 'LineString') return middleOfLine(geometry.coordinates);
  if (geometry.type === 'MultiLineString') return middleOfLine(geometry.coordinates[0] ?? []);
  const ring =
    geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.type === 'MultiPolygon' ? geometry.coordinates[0]?.[0] : undefined;
  return ring && ring.length > 0 ? L.latLngBounds(ring.map((point): L.LatLngTuple => [point[1] ?? 0, point[0] ?? 0])).getCenter() : null;
}

/** Between the two middle positions, so that a road of two ends is named in its middle. */
function middleOfLine(positions: readonly (readonly number[])[]): L.LatLng | null {
  const a = positions[Math.floor((positions.length - 1) / 2)];
  const b = positions[Math.ceil((positions.length - 1) / 2)];
  return a && b ? L.latLng(((a[1] ?? 0) + (b[1] ?? 0)) / 2, ((a[0] ?? 0) + (b[0] ?? 0)) / 2) : null;
}
