import { lerp, type Metres, steps } from './plane.ts';

/** Lines that run west–east (a height for every x) and south–north (an x for every height), in metres. */
export const across = {
  south: (x: number) => 9 * Math.sin(x / 410) - 6,
  river: (x: number) => 588 + 58 * Math.sin(x / 232 + 0.5) + 21 * Math.sin(x / 97 + 1.2),
  north: (x: number) => 1226 + 12 * Math.sin(x / 360 + 0.9),
} as const;
export type Across = keyof typeof across;

export const upward = {
  farWest: (y: number) => -806 + 14 * Math.sin(y / 330),
  west: (y: number) => 24 - 0.022 * y + 5 * Math.sin(y / 290),
  middle: (y: number) => 752 + 13 * Math.sin(y / 270 + 0.6),
  east: (y: number) => 1498 + 0.014 * y + 4 * Math.sin(y / 310 + 2),
  farEast: (y: number) => 2268 - 18 * Math.sin(y / 350),
} as const;
export type Upward = keyof typeof upward;

/** Where two lines meet. */
export function crossing(a: Across, b: Upward): Metres {
  let x = upward[b](600);
  for (let round = 0; round < 30; round++) x = upward[b](across[a](x));
  return [x, across[a](x)];
}

const kept = new Map<string, readonly Metres[]>();

/** The line from one crossing to the next, ends included; the same corners for whoever asks, so that neighbours share them. */
export function acrossSpan(line: Across, from: Upward, to: Upward): readonly Metres[] {
  return span(`${line} ${from} ${to}`, crossing(line, from), crossing(line, to), ([x]) => [x, across[line](x)]);
}

export function upwardSpan(line: Upward, from: Across, to: Across): readonly Metres[] {
  return span(`${line} ${from} ${to}`, crossing(from, line), crossing(to, line), ([, y]) => [upward[line](y), y]);
}

function span(key: string, from: Metres, to: Metres, onLine: (at: Metres) => Metres): readonly Metres[] {
  const known = kept.get(key);
  if (known) return known;
  const count = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 30);
  const made = steps(count).map((share): Metres => {
    if (share === 0) return from;
    if (share === 1) return to;
    return onLine([lerp(from[0], to[0], share), lerp(from[1], to[1], share)]);
  });
  kept.set(key, made);
  return made;
}

/** A field of the town between two upward and two across lines: the ground of one grid. */
export type Field = { west: Upward; east: Upward; south: Across; north: Across };

/** Corners around a run of fields side by side (all with the same south and north lines), without repeating the first. */
export function outline(fields: readonly Field[], crossedBy: readonly Across[] = []): Metres[] {
  const first = fields[0];
  const last = fields[fields.length - 1];
  if (!first || !last) return [];
  const rows = [first.south, ...crossedBy, first.north];
  const bottom = fields.flatMap((field) => acrossSpan(first.south, field.west, field.east).slice(0, -1));
  const top = [...fields].reverse().flatMap((field) => [...acrossSpan(first.north, field.west, field.east)].reverse().slice(0, -1));
  const up = rows.slice(1).flatMap((to, index) => upwardSpan(last.east, rows[index] ?? first.south, to).slice(0, -1));
  const down = rows
    .slice(1)
    .flatMap((to, index) => upwardSpan(first.west, rows[index] ?? first.south, to).slice(1))
    .reverse();
  return [...bottom, ...up, ...top, ...down];
}

/** Half widths in metres that buildings keep from the middle of a line. */
const keep: Record<Across | Upward, number> = { south: 22, north: 22, river: 52, farWest: 16, west: 24, middle: 21, east: 24, farEast: 16 };

/** A place in a field by shares from west (u) and from south (v), inside the verges of its roads and the river's banks. */
export function placeIn(field: Field, u: number, v: number): Metres {
  let x = 0;
  let y = 600;
  for (let round = 0; round < 12; round++) {
    x = lerp(upward[field.west](y) + keep[field.west], upward[field.east](y) - keep[field.east], u);
    y = lerp(across[field.south](x) + keep[field.south], across[field.north](x) - keep[field.north], v);
  }
  return [x, y];
}
