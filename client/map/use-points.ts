import type L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import type { MapPoint } from './map-types.ts';
import { addPointLayer, keyOf, type Placed, type PointLayer } from './point-layer.ts';

/** One drawn mark for the list twin: `point` is the case's words, null for a cluster. */
export type TwinEntry = { key: string; point: string | null; count: number; overdue: number; focus: () => void; press: () => void };

/** More than this in view is no list any more; the page's own list is. */
const twinLimit = 40;

type PointsInput = {
  map: L.Map | null;
  points: readonly MapPoint[];
  selectedId: string | null;
  onSelect: ((id: string) => void) | undefined;
  theme: string;
};

/** Draws the cases, answers presses on them, and names what is drawn for the keyboard. */
export function usePoints({ map, points, selectedId, onSelect, theme }: PointsInput): { twin: readonly TwinEntry[] } {
  const layer = useRef<PointLayer | null>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  const selected = useRef(selectedId);
  selected.current = selectedId;
  const [placed, setPlaced] = useState<readonly Placed[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: theme is read through the tokens
  useEffect(() => {
    if (!map || points.length === 0) return;
    const made = addPointLayer({ map, points, onPainted: setPlaced });
    layer.current = made;
    made.mark({ selectedId: selected.current, focusedKey: null });
    const press = (event: L.LeafletMouseEvent) => {
      const hit = made.at(event.containerPoint.x, event.containerPoint.y);
      if (hit) act(made, hit, select.current);
    };
    map.on('click', press);
    return () => {
      map.off('click', press);
      made.remove();
      layer.current = null;
      setPlaced([]);
    };
  }, [map, points, theme]);

  useEffect(() => {
    layer.current?.mark({ selectedId, focusedKey: null });
  }, [selectedId]);

  const inView = map ? placed.filter(({ x, y }) => x >= 0 && y >= 0 && x <= map.getSize().x && y <= map.getSize().y) : [];
  return {
    twin: inView
      .slice(-twinLimit)
      .reverse()
      .map((each) => entryOf(each, { layer, select, selected })),
  };
}

function act(layer: PointLayer, { drawn }: Placed, select: ((id: string) => void) | undefined): void {
  if (drawn.kind === 'point') select?.(drawn.point.id);
  else layer.open(drawn);
}

type Refs = {
  layer: { current: PointLayer | null };
  select: { current: ((id: string) => void) | undefined };
  selected: { current: string | null };
};

function entryOf(each: Placed, { layer, select, selected }: Refs): TwinEntry {
  const { drawn } = each;
  const key = keyOf(drawn);
  return {
    key,
    point: drawn.kind === 'point' ? drawn.point.label : null,
    count: drawn.kind === 'cluster' ? drawn.count : 1,
    overdue: drawn.kind === 'cluster' ? drawn.overdue : 0,
    focus: () => layer.current?.mark({ selectedId: selected.current, focusedKey: key }),
    press: () => {
      if (layer.current) act(layer.current, each, select.current);
    },
  };
}
