import L from 'leaflet';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { MapArea } from './map-types.ts';
import 'leaflet/dist/leaflet.css';
import './map-marks.css';

/** A finger in a glove may slip this far before a press counts as a drag, pixels. */
const dragFrom = 12;

type MapStart = {
  box: RefObject<HTMLDivElement | null>;
  label: string;
  start: BoundingBox;
  interactive: boolean;
  onMove: ((area: MapArea) => void) | undefined;
};

/** One Leaflet map for the life of the element; the view starts at `start` and then belongs to the person. */
export function useLeaflet({ box, label, start, interactive, onMove }: MapStart): L.Map | null {
  const [map, setMap] = useState<L.Map | null>(null);
  const tell = useRef(onMove);
  tell.current = onMove;
  const first = useRef(start);

  useEffect(() => {
    if (!box.current) return;
    const [west, south, east, north] = first.current;
    const made = L.map(box.current, {
      attributionControl: false,
      zoomControl: false,
      zoomAnimation: false,
      fadeAnimation: false,
      zoomSnap: 0.5,
      minZoom: 9,
      maxZoom: 19,
      keyboard: interactive,
      dragging: interactive,
      scrollWheelZoom: interactive,
      doubleClickZoom: false,
      touchZoom: interactive,
      inertia: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      tapTolerance: dragFrom,
    } satisfies L.MapOptions);
    made.fitBounds([
      [south, west],
      [north, east],
    ]);
    made.on('moveend', () => tell.current?.(areaOf(made)));
    const watch = new ResizeObserver(() => made.invalidateSize({ animate: false }));
    watch.observe(box.current);
    setMap(made);
    return () => {
      watch.disconnect();
      made.remove();
      setMap(null);
    };
  }, [box, interactive]);

  useEffect(() => {
    map?.getContainer().setAttribute('aria-label', label);
  }, [map, label]);
  return map;
}

export function areaOf(map: L.Map): MapArea {
  const centre = map.getCenter();
  const view = map.getBounds();
  return {
    centre: [centre.lng, centre.lat],
    zoom: map.getZoom(),
    bounds: [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()],
  };
}
