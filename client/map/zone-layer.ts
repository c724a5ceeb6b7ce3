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
  const tags: { marker: L.Marker; shape: L.Polygon; rank: number }[] = [];
  for (const zone of [...zones].sort((a, b) => rank(a) - rank(b))) {
    const rings = zone.geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]): L.LatLngTuple => [lat, lng])));
    const shape = L.polygon(rings, { ...zoneStyle(zone, ink), pane: 'zones', renderer, interactive: onSelect !== undefined }).addTo(group);
    if (onSelect) shape.on('click', () => onSelect(zone.id));
    if (zone.tag) {
      const icon = L.divIcon({ className: '', html: tagElement(zone.tag), iconSize: [0, 0] });
      const marker = L.marker(shape.getBounds().getCenter(), { icon, interactive: false, keyboard: false }).addTo(group);
      tags.push({ marker, shape, rank: rank(zone) });
    }
  }
  const place = () => showRoomyTags(map, tags);
  place();
  map.on('zoomend resize', place);
  return () => {
    map.off('zoomend resize', place);
    group.remove();
    renderer.remove();
  };
}

/** Tags that would lie on one another help nobody: the larger units keep theirs, the rest come back when the map is nearer. */
function showRoomyTags(map: L.Map, tags: readonly { marker: L.Marker; shape: L.Polygon; rank: number }[]): void {
  const boxed = tags.map((tag) => {
    const bounds = tag.shape.getBounds();
    const [from, to] = [map.latLngToContainerPoint(bounds.getNorthWest()), map.latLngToContainerPoint(bounds.getSouthEast())];
    return { ...tag, room: (to.x - from.x) * (to.y - from.y) };
  });
  const taken: L.Bounds[] = [];
  for (const { marker } of boxed.sort((a, b) => b.rank - a.rank || b.room - a.room)) {
    const element = marker.getElement()?.querySelector<HTMLElement>('.map-tag');
    if (!element) continue;
    const at = map.latLngToContainerPoint(marker.getLatLng());
    const half = L.point(element.offsetWidth / 2, element.offsetHeight / 2);
    const box = L.bounds(at.subtract(half), at.add(half));
    const free = !taken.some((other) => other.overlaps(box));
    element.style.visibility = free ? 'visible' : 'hidden';
    if (free) taken.push(box);
  }
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
