import type { MultiPolygon, Position } from '#shared/kernel/place.ts';

/** Widest part of a degree that a screen can show at a zoom: half a pixel of a 256-pixel tile. */
const stepOf = (zoom: number): number => 180 / (256 * 2 ** zoom);

/**
 * Rounds a line to the pixels of a zoom and drops what falls together. Neighbours that share a border are rounded alike, so no
 * slit opens between them; above zoom 18 the line stays as it is.
 */
export function simplifyLine(line: readonly Position[], zoom: number): Position[] {
  if (zoom >= 18) return [...line];
  const step = stepOf(zoom);
  const kept: Position[] = [];
  for (const [lng, lat] of line) {
    const at: Position = [round(lng, step), round(lat, step)];
    const last = kept.at(-1);
    if (last && last[0] === at[0] && last[1] === at[1]) continue;
    const before = kept.at(-2);
    if (before && last && inLine(before, last, at)) kept.pop();
    kept.push(at);
  }
  return kept;
}

/** The area at a zoom; parts and holes too small to be seen fall away, the largest part always stays. */
export function simplifyArea(area: MultiPolygon, zoom: number): MultiPolygon {
  const polygons = area.coordinates
    .map((polygon) => polygon.map((ring) => simplifyLine(ring, zoom)).filter((ring, index) => index === 0 || ring.length >= 4))
    .filter((polygon) => (polygon[0]?.length ?? 0) >= 4);
  return { type: 'MultiPolygon', coordinates: polygons.length > 0 ? polygons : area.coordinates.slice(0, 1) };
}

function round(value: number, step: number): number {
  return Math.round(Math.round(value / step) * step * 1e7) / 1e7;
}

/** Straight on along a row or column of pixels; slanted lines keep their corners so that neighbours stay alike. */
function inLine(a: Position, b: Position, c: Position): boolean {
  const row = a[1] === b[1] && b[1] === c[1] && Math.sign(b[0] - a[0]) === Math.sign(c[0] - b[0]);
  const column = a[0] === b[0] && b[0] === c[0] && Math.sign(b[1] - a[1]) === Math.sign(c[1] - b[1]);
  return row || column;
}
