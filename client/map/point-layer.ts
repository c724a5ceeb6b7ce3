import type L from 'leaflet';
import { type Shape, shapeStrokeWidth, shapes } from '../ui/icons/shapes.ts';
import { addCanvasLayer } from './canvas-layer.ts';
import { type Drawn, indexPoints } from './cluster-points.ts';
import { type Ink, inkOf } from './map-ink.ts';
import type { MapPoint, PointTone } from './map-types.ts';

export type Placed = { drawn: Drawn; x: number; y: number; radius: number };
export type PointLayer = {
  /** what was painted last, for hit tests and for the list twin */
  placed: () => readonly Placed[];
  at: (x: number, y: number) => Placed | null;
  open: (drawn: Drawn) => void;
  mark: (input: { selectedId: string | null; focusedKey: string | null }) => void;
  remove: () => void;
};

const toneTokens: Readonly<Record<PointTone, string>> = {
  new: '--ink',
  rest: '--rest',
  doing: '--doing',
  done: '--done',
  soon: '--soon',
  late: '--late',
};
/** A finger's reach around a mark, pixels. */
const reach = 22;
const paths = new Map<string, Path2D>();

function pathOf(data: string): Path2D {
  const known = paths.get(data);
  if (known) return known;
  const path = new Path2D(data);
  paths.set(data, path);
  return path;
}

/** Cases and clusters on one canvas; never an element a case. */
export function addPointLayer({
  map,
  points,
  onPainted,
}: {
  map: L.Map;
  points: readonly MapPoint[];
  onPainted: (placed: readonly Placed[]) => void;
}): PointLayer {
  const index = indexPoints(points);
  const ink = inkOf(map.getContainer());
  let placed: Placed[] = [];
  let marks: { selectedId: string | null; focusedKey: string | null } = { selectedId: null, focusedKey: null };

  const paint = (context: CanvasRenderingContext2D) => {
    const view = map.getBounds().pad(0.1);
    const scale = Number(ink('--map-text-scale')) || 1;
    placed = index.visible([view.getWest(), view.getSouth(), view.getEast(), view.getNorth()], map.getZoom()).map((drawn) => {
      const { x, y } = map.latLngToContainerPoint([drawn.position[1], drawn.position[0]]);
      return { drawn, x, y, radius: radiusOf(drawn) * scale };
    });
    placed.sort((a, b) => weight(a.drawn) - weight(b.drawn));
    for (const each of placed) paintOne({ context, ink, each, strong: isMarked(each.drawn, marks) });
    onPainted(placed);
  };
  const layer = addCanvasLayer({ map, pane: 'points', zIndex: 620, paint });
  return {
    placed: () => placed,
    at: (x, y) => {
      const near = placed
        .map((each) => ({ each, away: Math.hypot(each.x - x, each.y - y) }))
        .filter(({ each, away }) => away <= Math.max(reach, each.radius));
      return near.sort((a, b) => a.away - b.away)[0]?.each ?? null;
    },
    open: (drawn) => {
      if (drawn.kind === 'cluster') map.setView([drawn.position[1], drawn.position[0]], index.zoomToOpen(drawn.clusterId));
    },
    mark: (next) => {
      marks = next;
      layer.repaint();
    },
    remove: layer.remove,
  };
}

export function keyOf(drawn: Drawn): string {
  return drawn.kind === 'point' ? drawn.point.id : `cluster-${drawn.clusterId}`;
}

function isMarked(drawn: Drawn, marks: { selectedId: string | null; focusedKey: string | null }): boolean {
  const key = keyOf(drawn);
  return key === marks.selectedId || key === marks.focusedKey;
}

/** Late ones on top, counts above single cases. */
function weight(drawn: Drawn): number {
  return drawn.kind === 'cluster' ? 2 : drawn.point.overdue ? 1 : 0;
}

/** Size by waiting, not by number: a point grows from 11 to 16 px in thirty days. */
function radiusOf(drawn: Drawn): number {
  if (drawn.kind === 'cluster') return 20;
  return 11 + Math.min(1, Math.max(0, drawn.point.ageDays) / 30) * 5;
}

function paintOne({ context, ink, each, strong }: { context: CanvasRenderingContext2D; ink: Ink; each: Placed; strong: boolean }): void {
  const { drawn, x, y, radius } = each;
  context.save();
  context.translate(x, y);
  if (strong) ring({ context, radius: radius + 6, colour: ink('--bamboo'), width: 3 });
  if (drawn.kind === 'cluster') paintCluster({ context, ink, drawn, radius });
  else paintPoint({ context, ink, point: drawn.point, radius });
  context.restore();
}

function paintCluster({
  context,
  ink,
  drawn,
  radius,
}: {
  context: CanvasRenderingContext2D;
  ink: Ink;
  drawn: Extract<Drawn, { kind: 'cluster' }>;
  radius: number;
}): void {
  disc({ context, radius: radius + 3, colour: ink('--sheet') });
  ring({ context, radius: radius - 1, colour: ink('--ink'), width: 1.75 });
  if (drawn.overdue > 0) {
    context.beginPath();
    const share = Math.max(0.08, drawn.overdue / drawn.count);
    context.arc(0, 0, radius - 2.5, -Math.PI / 2, -Math.PI / 2 + share * Math.PI * 2);
    context.strokeStyle = ink('--late');
    context.lineWidth = 5;
    context.stroke();
  }
  context.fillStyle = ink('--ink');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${radius * (drawn.count > 999 ? 0.7 : 0.9)}px ${ink('--font')}`;
  context.fillText(drawn.count > 9999 ? `${Math.floor(drawn.count / 1000)}k` : String(drawn.count), 0, 1);
}

function paintPoint({
  context,
  ink,
  point,
  radius,
}: {
  context: CanvasRenderingContext2D;
  ink: Ink;
  point: MapPoint;
  radius: number;
}): void {
  const late = point.overdue;
  const shape: Shape = shapes[late ? 'notchedAlert' : point.shape];
  const colour = ink(late ? '--late' : toneTokens[point.tone]);
  if (point.number !== undefined) {
    disc({ context, radius: radius + 2, colour: ink('--sheet') });
    disc({ context, radius, colour });
    context.fillStyle = ink('--sheet');
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.font = `600 ${radius * 1.15}px ${ink('--font')}`;
    context.fillText(String(point.number), 0, 1);
    return;
  }
  if (late) {
    context.fillStyle = ink('--sheet');
    context.fillRect(-radius, -radius, radius * 2, radius * 2);
  } else disc({ context, radius: radius + 1, colour: ink('--sheet') });
  const scale = (radius * 1.55) / 16;
  context.scale(scale, scale);
  context.translate(-8, -8);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (shape.fill) {
    context.fillStyle = colour;
    context.fill(pathOf(shape.fill), 'evenodd');
  }
  if (shape.stroke) {
    context.strokeStyle = colour;
    context.lineWidth = shapeStrokeWidth;
    context.setLineDash(shape.dash ? [...shape.dash] : []);
    context.stroke(pathOf(shape.stroke));
  }
  if (shape.knock) {
    context.setLineDash([]);
    context.strokeStyle = ink('--sheet');
    context.lineWidth = shapeStrokeWidth + 0.15;
    context.stroke(pathOf(shape.knock));
  }
}

function disc({ context, radius, colour }: { context: CanvasRenderingContext2D; radius: number; colour: string }): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, Math.PI * 2);
  context.fillStyle = colour;
  context.fill();
}

function ring({
  context,
  radius,
  colour,
  width,
}: {
  context: CanvasRenderingContext2D;
  radius: number;
  colour: string;
  width: number;
}): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, Math.PI * 2);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
