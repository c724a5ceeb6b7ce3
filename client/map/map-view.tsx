import { type ReactNode, useEffect, useRef } from 'react';
import type { BoundingBox, Position } from '#shared/kernel/place.ts';
import { useDisplay } from '../platform/display.tsx';
import { IconButton } from '../ui/button.tsx';
import { addBaseLayer } from './base-layer.ts';
import { addCircles } from './circle-layer.ts';
import type { BaseMap, MapArea, MapCircle, MapPoint, MapWords, MapZone, TileSource } from './map-types.ts';
import styles from './map-view.module.css';
import { addRingEditor, type RingEdit } from './ring-editor.ts';
import { addTileLayer } from './tile-layer.ts';
import { useLeaflet } from './use-leaflet.ts';
import { type TwinEntry, usePoints } from './use-points.ts';
import { addZoneLayer } from './zone-layer.ts';

export type MapViewProps = {
  label: string;
  words: MapWords;
  /** where the map opens; changing it later moves the view there */
  start: BoundingBox;
  /** 自有底图 审图号 …; never covered */
  credit: ReactNode;
  base?: BaseMap | null;
  tiles?: TileSource | null;
  zones?: readonly MapZone[];
  onSelectZone?: (id: string) => void;
  points?: readonly MapPoint[];
  selectedId?: string | null;
  onSelectPoint?: (id: string) => void;
  circles?: readonly MapCircle[];
  /** a cross in the middle: move the map, not the pin */
  onPick?: (centre: Position) => void;
  edit?: RingEdit | null;
  onLocate?: () => void;
  onMove?: (area: MapArea) => void;
  /** false for the wall: nothing to press */
  interactive?: boolean;
  /** the legend, top left */
  children?: ReactNode;
};

const nothing: readonly never[] = [];

/** Our map: own ground, units, cases, circles. Plain data in, ids out. */
export default function MapView(props: MapViewProps) {
  const {
    label,
    words,
    start,
    credit,
    base = null,
    tiles = null,
    zones = nothing,
    points = nothing,
    circles = nothing,
    edit = null,
    interactive = true,
  } = props;
  const { selectedId = null, onSelectPoint, onSelectZone, onPick, onLocate, onMove, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const { theme } = useDisplay();
  const tellMove = (area: MapArea) => {
    onMove?.(area);
    onPick?.(area.centre);
  };
  const map = useLeaflet({ box, label, start, interactive, onMove: tellMove });
  const [west, south, east, north] = start;
  const opened = useRef(start.join());
  const selectZone = useRef(onSelectZone);
  selectZone.current = onSelectZone;
  const zonesPressable = onSelectZone !== undefined;
  const { twin } = usePoints({ map, points, selectedId, onSelect: onSelectPoint, theme });

  useEffect(() => {
    const key = [west, south, east, north].join();
    if (!map || opened.current === key) return;
    opened.current = key;
    map.fitBounds([
      [south, west],
      [north, east],
    ]);
  }, [map, west, south, east, north]);
  // a theme changes every colour of the drawing, so the layers are drawn anew with it
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme is read through the tokens
  useEffect(() => (map && base ? addBaseLayer(map, base) : undefined), [map, base, theme]);
  useEffect(() => (map && tiles ? addTileLayer(map, tiles) : undefined), [map, tiles]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme is read through the tokens
  useEffect(
    () => (map ? addZoneLayer({ map, zones, onSelect: zonesPressable ? (id) => selectZone.current?.(id) : undefined }) : undefined),
    [map, zones, zonesPressable, theme],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme is read through the tokens
  useEffect(() => (map ? addCircles(map, circles) : undefined), [map, circles, theme]);
  useEffect(() => (map && edit ? addRingEditor(map, edit) : undefined), [map, edit]);

  return (
    <div className={styles.frame}>
      <div ref={box} className={styles.canvas} role="application" aria-label={label} />
      {onPick && <Crosshair />}
      {children && <div className={styles.corner}>{children}</div>}
      <PointTwin words={words} entries={twin} />
      <div className={styles.credit}>{credit}</div>
      {interactive && (
        <div className={styles.buttons}>
          <IconButton icon="plus" label={words.zoomIn} onClick={() => map?.zoomIn(1)} />
          <IconButton icon="minus" label={words.zoomOut} onClick={() => map?.zoomOut(1)} />
          {onLocate && <IconButton icon="aim" label={words.locate} onClick={onLocate} />}
        </div>
      )}
    </div>
  );
}

/** The drawn marks as a list of buttons, shown when the keyboard comes to it. */
function PointTwin({ words, entries }: { words: MapWords; entries: readonly TwinEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.twin} aria-label={words.pointList}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <button type="button" onFocus={entry.focus} onClick={entry.press}>
            {entry.point ?? words.cluster(entry.count, entry.overdue)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Crosshair() {
  return (
    <svg className={styles.cross} viewBox="0 0 56 56" fill="none" stroke="currentColor" strokeWidth="2.5" aria-hidden="true">
      <circle cx="28" cy="28" r="15" stroke="var(--sheet)" strokeWidth="6" />
      <circle cx="28" cy="28" r="15" />
      <path d="M28 3v14M28 39v14M3 28h14M39 28h14" strokeLinecap="round" />
      <circle cx="28" cy="28" r="2.5" fill="currentColor" stroke="none" />
    </svg>
  );
}
