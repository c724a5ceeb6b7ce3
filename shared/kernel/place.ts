import * as z from 'zod/mini';

/** WGS-84 longitude and latitude in degrees, GeoJSON order. */
export const position = z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number().check(z.gte(-90), z.lte(90))]);
export type Position = z.infer<typeof position>;

/** One ring: closed (first = last), at least four positions. */
export const ring = z.array(position).check(z.minLength(4), z.maxLength(20_000));
export type Ring = Position[];

/** First ring is the outer boundary, further rings are holes. */
export type PolygonCoordinates = Ring[];

/** An area of one or more parts, GeoJSON shape. Whether its rings are sound is told by `ringFaults` and `selfIntersections`. */
export const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).check(z.minLength(1), z.maxLength(500))).check(z.minLength(1), z.maxLength(500)),
});
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: PolygonCoordinates[] };

/** west, south, east, north in degrees. */
export type BoundingBox = readonly [number, number, number, number];

/** How the point was found. */
export const pointSource = z.enum(['gnss', 'network', 'pin', 'qr', 'address', 'import']);

/** A point with how sure it is: `accuracyM` in metres (null = unknown), `capturedAt` = when the device took it. */
export const casePoint = z.object({
  lng: z.number().check(z.gte(-180), z.lte(180)),
  lat: z.number().check(z.gte(-90), z.lte(90)),
  accuracyM: z.nullable(z.number().check(z.gte(0), z.lte(100_000))),
  source: pointSource,
});
export type CasePoint = z.infer<typeof casePoint>;
