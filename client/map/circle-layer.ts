import L from 'leaflet';
import { inkOf } from './map-ink.ts';
import type { MapCircle } from './map-types.ts';

/** How sure a position is, or how far a search goes. Metres. */
export function addCircles(map: L.Map, circles: readonly MapCircle[]): () => void {
  const ink = inkOf(map.getContainer());
  const colour = ink('--bamboo');
  const group = L.layerGroup().addTo(map);
  for (const { centre, radiusM, kind } of circles) {
    const at: L.LatLngTuple = [centre[1], centre[0]];
    const look: L.PathOptions =
      kind === 'accuracy'
        ? { stroke: false, fillColor: colour, fillOpacity: 0.2 }
        : { color: colour, weight: 1.5, dashArray: '5 4', fillColor: colour, fillOpacity: 0.08 };
    L.circle(at, { ...look, radius: radiusM, interactive: false }).addTo(group);
    if (kind === 'accuracy')
      L.circleMarker(at, { radius: 9, color: ink('--sheet'), weight: 3, fillColor: colour, fillOpacity: 1, interactive: false }).addTo(
        group,
      );
  }
  return () => {
    group.remove();
  };
}
