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
/** How far a plate stands above its place, in its own radii. */
const liftOf = 1.9;
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
      const radius = radiusOf(drawn) * scale;
      return { drawn, x, y: y - (drawn.kind === 'point' && drawn.point.symbol ? radius * liftOf : 0), radius };
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

/** Late ones on top, counts above single cases, plates above both, numbers above all. */
function weight(drawn: Drawn): number {
  if (drawn.kind === 'cluster') return 2;
  return (drawn.point.number !== undefined ? 5 : drawn.point.symbol ? 3 : 0) + (drawn.point.overdue ? 1 : 0);
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
  const text = drawn.count > 9999 ? `${Math.floor(drawn.count / 1000)}k` : String(drawn.count);
  write({ context, ink, text, colour: '--ink', size: radius * (drawn.count > 999 ? 0.7 : 0.9) });
}

type Pen = { context: CanvasRenderingContext2D; ink: Ink };
type Point = Pen & { point: MapPoint; radius: number };

/** A short text in the middle; `size` in pixels. */
function write({ context, ink, text, colour, size }: Pen & { text: string; colour: Parameters<Ink>[0]; size: number }): void {
  context.fillStyle = ink(colour);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${size}px ${ink('--font')}`;
  context.fillText(text, 0, 1);
}

function paintPoint({ context, ink, point, radius }: Point): void {
  if (point.number !== undefined) {
    disc({ context, radius: radius + 2, colour: ink('--sheet') });
    disc({ context, radius, colour: ink(point.overdue ? '--late' : toneTokens[point.tone]) });
    write({ context, ink, text: String(point.number), colour: '--sheet', size: radius * 1.15 });
    paintCorner({ context, ink, point, radius });
    return;
  }
  if (point.symbol !== undefined) {
    paintPlate({ context, ink, radius });
    paintShape({ context, ink, shape: shapes[point.symbol], colour: ink('--ink'), radius: radius * 0.94 });
    paintCorner({ context, ink, point, radius });
    return;
  }
  paintLook({ context, ink, point, radius });
}

/** A plate on a stem that stands on the place, so that a case at the same place stays to be seen. */
function paintPlate({ context, ink, radius }: { context: CanvasRenderingContext2D; ink: Ink; radius: number }): void {
  context.beginPath();
  context.moveTo(0, radius);
  context.lineTo(0, radius * liftOf);
  context.strokeStyle = ink('--ink');
  context.lineWidth = 2;
  context.stroke();
  context.beginPath();
  context.roundRect(-radius, -radius, radius * 2, radius * 2, radius * 0.3);
  context.fillStyle = ink('--sheet');
  context.fill();
  context.lineWidth = 1.75;
  context.stroke();
}

/** The look of a mark that carries a number or a symbol, small at its upper right. */
function paintCorner({ context, ink, point, radius }: Point): void {
  context.translate(radius * 0.95, -radius * 0.95);
  paintLook({ context, ink, point, radius: radius * 0.62 });
}

function paintLook({ context, ink, point, radius }: Point): void {
  const late = point.overdue;
  if (late) {
    context.fillStyle = ink('--sheet');
    context.fillRect(-radius, -radius, radius * 2, radius * 2);
  } else disc({ context, radius: radius + 1, colour: ink('--sheet') });
  paintShape({
    ...{ context, ink, radius, shape: shapes[late ? 'notchedAlert' : point.shape] },
    colour: ink(late ? '--late' : toneTokens[point.tone]),
  });
}

function paintShape({
  context,
  ink,
  shape,
  colour,
  radius,
}: {
  context: CanvasRenderingContext2D;
  ink: Ink;
  shape: Shape;
  colour: string;
  radius: number;
}): void {
  context.save();
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
  context.restore();
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
