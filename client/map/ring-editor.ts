import L from 'leaflet';
import type { Position } from '#shared/kernel/place.ts';
import { inkOf } from './map-ink.ts';
import { type Corners, crossesItself, fewestCorners, insertCorner, moveCorner, removeCorner, sideMiddles } from './ring-edit.ts';

export type RingEdit = {
  corners: Corners;
  onChange: (corners: Position[]) => void;
  words: { corner: (n: number) => string; middle: (n: number) => string };
};

/**
 * Corners to drag, small marks on the sides to add one, Delete or a double press to take one away; arrow keys move the
 * corner that has the focus. With fewer than three corners a press on the map adds the next.
 */
export function addRingEditor(map: L.Map, edit: RingEdit): () => void {
  const ink = inkOf(map.getContainer());
  const group = L.layerGroup().addTo(map);
  let corners = edit.corners;
  const colour = () => (crossesItself(corners) ? ink('--soon') : ink('--bamboo'));
  const shape = L.polygon(corners.map(latLng), { color: colour(), weight: 2.5, fillOpacity: 0.1, interactive: false }).addTo(group);

  const preview = (next: Position[]) => {
    corners = next;
    shape.setLatLngs(next.map(latLng));
    shape.setStyle({ color: colour(), fillColor: colour() });
  };
  const handles = corners.map((corner, index) => {
    const handle = addHandle({ at: corner, className: 'map-corner', title: edit.words.corner(index + 1), group });
    handle.on('drag', () => preview(moveCorner(corners, index, positionOf(handle.getLatLng()))));
    handle.on('dragend', () => edit.onChange([...corners]));
    handle.on('dblclick', () => edit.onChange(removeCorner(corners, index)));
    handle.on('keydown', (event: L.LeafletKeyboardEvent) =>
      pressCorner({ event: event.originalEvent, map, corners, index, change: edit.onChange }),
    );
    return handle;
  });
  const addMiddle = (middle: Position, index: number): L.Marker => {
    const handle = addHandle({ at: middle, className: 'map-middle', title: edit.words.middle(index + 1), group });
    const add = () => edit.onChange(insertCorner(corners, index, positionOf(handle.getLatLng())));
    handle.on('click dragend', add);
    handle.on('keydown', (event: L.LeafletKeyboardEvent) => {
      if (event.originalEvent.key === 'Enter' || event.originalEvent.key === ' ') add();
    });
    return handle;
  };
  const middles = corners.length >= fewestCorners ? sideMiddles(corners).map(addMiddle) : [];
  // where corners stand too dense to be taken hold of, some wait for a closer zoom; so do the marks of short sides
  const thin = () => {
    const at = corners.map((corner) => map.latLngToLayerPoint(latLng(corner)));
    const first = at[0];
    let last: L.Point | undefined;
    for (const [index, handle] of handles.entries()) {
      const here = at[index];
      if (!here || !first) continue;
      const free = !last || (here.distanceTo(last) >= roomForCorner && here.distanceTo(first) >= roomForCorner);
      if (free) last = here;
      show(handle, free);
    }
    for (const [index, handle] of middles.entries()) {
      const [from, to] = [at[index], at[(index + 1) % at.length]];
      show(handle, from !== undefined && to !== undefined && from.distanceTo(to) >= roomForMark);
    }
  };
  const show = (handle: L.Marker, shown: boolean) => (shown ? group.addLayer(handle) : group.removeLayer(handle));
  thin();
  map.on('zoomend', thin);
  const addNext = (event: L.LeafletMouseEvent) => edit.onChange([...corners, positionOf(event.latlng)]);
  if (corners.length < fewestCorners) map.on('click', addNext);
  return () => {
    map.off('click', addNext);
    map.off('zoomend', thin);
    group.remove();
  };
}

/** Pixels from corner to corner at which a finger or pointer still takes the right one. */
const roomForCorner = 28;
/** Pixels between two corners that leave room for a mark between them. */
const roomForMark = 56;
const nudgePx = 4;
const nudges: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -nudgePx],
  ArrowDown: [0, nudgePx],
  ArrowLeft: [-nudgePx, 0],
  ArrowRight: [nudgePx, 0],
};

function pressCorner({
  event,
  map,
  corners,
  index,
  change,
}: {
  event: KeyboardEvent;
  map: L.Map;
  corners: Corners;
  index: number;
  change: (next: Position[]) => void;
}): void {
  const corner = corners[index];
  if (!corner) return;
  const nudge = nudges[event.key];
  if (event.key === 'Delete' || event.key === 'Backspace') change(removeCorner(corners, index));
  else if (nudge)
    change(
      moveCorner(
        corners,
        index,
        positionOf(map.containerPointToLatLng(map.latLngToContainerPoint(latLng(corner)).add(L.point(nudge[0], nudge[1])))),
      ),
    );
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function addHandle({ at, className, title, group }: { at: Position; className: string; title: string; group: L.LayerGroup }): L.Marker {
  const icon = L.divIcon({ className, iconSize: [44, 44] });
  return L.marker(latLng(at), { icon, draggable: true, title, alt: title, bubblingMouseEvents: false }).addTo(group);
}

function latLng([lng, lat]: Position): L.LatLngTuple {
  return [lat, lng];
}

function positionOf({ lat, lng }: L.LatLng): Position {
  return [Number(lng.toFixed(7)), Number(lat.toFixed(7))];
}
