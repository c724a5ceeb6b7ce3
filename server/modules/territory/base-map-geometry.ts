import * as z from 'zod/mini';
import { multiPolygon, position, ring } from '#shared/kernel/place.ts';
import { simplifyArea, simplifyLine } from './simplify.ts';

const line = z.array(position).check(z.minLength(2), z.maxLength(20_000));

/** Shapes of the base map: a named place, a road or river line, an area. */
export const baseMapGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).check(z.minLength(1)) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).check(z.minLength(1)) }),
  multiPolygon,
]);
export type BaseMapGeometry = z.infer<typeof baseMapGeometry>;

/** The shape at a zoom; null when nothing of it could be seen. */
export function simplifyGeometry(geometry: BaseMapGeometry, zoom: number): BaseMapGeometry | null {
  switch (geometry.type) {
    case 'Point':
      return geometry;
    case 'LineString': {
      const coordinates = simplifyLine(geometry.coordinates, zoom);
      return coordinates.length < 2 ? null : { type: 'LineString', coordinates };
    }
    case 'MultiLineString': {
      const coordinates = geometry.coordinates.map((part) => simplifyLine(part, zoom)).filter((part) => part.length >= 2);
      return coordinates.length === 0 ? null : { type: 'MultiLineString', coordinates };
    }
    case 'Polygon':
      return visible(simplifyArea({ type: 'MultiPolygon', coordinates: [geometry.coordinates] }, zoom), zoom);
    case 'MultiPolygon':
      return visible(simplifyArea(geometry, zoom), zoom);
  }
}

function visible(area: z.infer<typeof multiPolygon>, zoom: number): BaseMapGeometry | null {
  const outer = area.coordinates[0]?.[0] ?? [];
  return simplifyLine(outer, zoom).length >= 4 ? area : null;
}
