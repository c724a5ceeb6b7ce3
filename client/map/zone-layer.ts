import L from 'leaflet';
import { type Ink, inkOf } from './map-ink.ts';
import type { MapZone } from './map-types.ts';

const stepTokens = { 1: '--map-scale-1', 2: '--map-scale-2', 3: '--map-scale-3', 4: '--map-scale-4' } as const;

/** Units of the territory; few, so each is an element that can be pressed. */
export function addZoneLayer({
  map,
  zones,
  onSelect,
}: {
  map: L.Map;
  zones: readonly MapZone[];
  onSelect: ((id: string) => void) | undefined;
}): () => void {
  const ink = inkOf(map.getContainer());
  const group = L.featureGroup().addTo(map);
  const holder = map.getPane('zones') ?? map.createPane('zones');
  holder.style.zIndex = '300';
  const renderer = L.svg({ pane: 'zones', padding: 0.3 });
  for (const zone of [...zones].sort((a, b) => rank(a) - rank(b))) {
    const rings = zone.geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]): L.LatLngTuple => [lat, lng])));
    const shape = L.polygon(rings, { ...zoneStyle(zone, ink), pane: 'zones', renderer, interactive: onSelect !== undefined }).addTo(group);
    if (onSelect) shape.on('click', () => onSelect(zone.id));
    if (zone.tag) {
      const icon = L.divIcon({ className: '', html: tagElement(zone.tag), iconSize: [0, 0] });
      L.marker(shape.getBounds().getCenter(), { icon, interactive: false, keyboard: false }).addTo(group);
    }
  }
  return () => {
    group.remove();
    renderer.remove();
  };
}

/** What must be seen is drawn last. */
function rank({ own, fault }: MapZone): number {
  return fault ? 2 : own ? 1 : 0;
}

function zoneStyle(zone: MapZone, ink: Ink): L.PathOptions {
  if (zone.fault) return { color: ink('--soon'), weight: 3, opacity: 1, fill: true, fillColor: ink('--soon'), fillOpacity: 0.45 };
  const edge = zone.own ? { color: ink('--bamboo'), weight: 2.5, opacity: 1 } : { color: ink('--map-boundary'), weight: 1.5, opacity: 1 };
  if (zone.step) return { ...edge, fill: true, fillColor: ink(stepTokens[zone.step]), fillOpacity: 0.72 };
  if (zone.own) return { ...edge, fill: true, fillColor: ink('--bamboo'), fillOpacity: 0.08 };
  return { ...edge, fill: true, fillColor: ink('--paper'), fillOpacity: zone.faded ? 0.5 : 0.01 };
}

function tagElement({ badge, figure, note }: NonNullable<MapZone['tag']>): HTMLElement {
  const box = document.createElement('span');
  box.className = 'map-tag';
  const number = document.createElement('b');
  number.textContent = badge;
  box.append(number);
  if (figure || note) {
    const words = document.createElement('span');
    const strong = document.createElement('strong');
    strong.textContent = figure ?? '';
    const small = document.createElement('small');
    small.textContent = note ?? '';
    words.append(strong, small);
    box.append(words);
  }
  return box;
}
