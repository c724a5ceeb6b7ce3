/** Web-mercator tile of a position at a zoom level as `x/y`. */
export function tileOf({ lng, lat, zoom }: { lng: number; lat: number; zoom: number }): string {
  const size = 2 ** zoom;
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  const x = Math.floor(((lng + 180) / 360) * size);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size);
  return `${Math.min(size - 1, Math.max(0, x))}/${Math.min(size - 1, Math.max(0, y))}`;
}

/** The tile `levels` zoom levels above one. */
export function parentTile(tile: string, levels: number): string {
  const [x = 0, y = 0] = tile.split('/').map(Number);
  return `${Math.floor(x / 2 ** levels)}/${Math.floor(y / 2 ** levels)}`;
}
