import type { MultiPolygon, Position } from '#shared/kernel/place.ts';
import { type Corners, closeRing, openRing } from '../../map/index.ts';

/** An area being drawn: polygons of rings of corners. The first ring of a polygon is its outer line, the others are holes. */
export type Drawing = readonly (readonly Corners[])[];
export type RingAddress = { polygon: number; ring: number };

export const emptyDrawing: Drawing = [[[]]];

export function drawingOf(geometry: MultiPolygon | null): Drawing {
  return geometry ? geometry.coordinates.map((polygon) => polygon.map(openRing)) : emptyDrawing;
}

/** The area to store; null while a ring has fewer than three corners. */
export function geometryOf(drawing: Drawing): MultiPolygon | null {
  const coordinates = drawing.map((polygon) => polygon.map(closeRing));
  const whole = coordinates.flatMap((polygon) => {
    const rings = polygon.flatMap((ring) => (ring ? [ring] : []));
    return rings.length === polygon.length ? [rings] : [];
  });
  return whole.length === drawing.length && whole.length > 0 ? { type: 'MultiPolygon', coordinates: whole } : null;
}

export function cornersAt(drawing: Drawing, { polygon, ring }: RingAddress): Corners {
  return drawing[polygon]?.[ring] ?? [];
}

export function withCorners(drawing: Drawing, { polygon, ring }: RingAddress, corners: Corners): Drawing {
  return drawing.map((rings, at) => (at === polygon ? rings.map((each, index) => (index === ring ? corners : each)) : rings));
}

/** One corner a line, `longitude, latitude`; what a keyboard, a screen reader and a survey list can all use. */
export function cornersText(corners: Corners): string {
  return corners.map(([lng, lat]) => `${lng}, ${lat}`).join('\n');
}

/** Reads such a list; `line` is the first that holds no position, counted from 1. */
export function readCorners(text: string): { ok: true; corners: Position[] } | { ok: false; line: number } {
  const corners: Position[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parts = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(line);
    const [lng, lat] = [Number(parts?.[1]), Number(parts?.[2])];
    if (!parts || Math.abs(lng) > 180 || Math.abs(lat) > 90) return { ok: false, line: index + 1 };
    corners.push([lng, lat]);
  }
  return { ok: true, corners };
}
