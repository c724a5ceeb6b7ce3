import type { MultiPolygon, PolygonCoordinates, Position, Ring } from '../place.ts';

/** The edges of a ring in order, start and end of each; a ring left open is closed by a last edge, so that no measure leaks. */
export function* ringEdges(ring: Ring): Generator<[Position, Position]> {
  let from: Position | undefined;
  for (const to of ring) {
    if (from) yield [from, to];
    from = to;
  }
  const first = ring[0];
  if (first && from && (first[0] !== from[0] || first[1] !== from[1])) yield [from, first];
}

/** Every ring of an area, outer boundaries and holes alike. */
export function* ringsOf(area: MultiPolygon): Generator<Ring> {
  for (const polygon of area.coordinates) yield* polygon;
}

/** Wraps polygons as one area. */
export function areaOf(...polygons: PolygonCoordinates[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: polygons };
}
