import { demoShare } from './demo-id.ts';
import { lerp, type Metres, rectangle, steps } from './plane.ts';
import { type Field, placeIn } from './town-lines.ts';
import type { EstatePlan } from './town-plan.ts';

export type BuildingSite = { name: string; corners: Metres[]; at: Metres; length: number; angle: number; weight: number };

/** The edge of a block, following the bends of its field. */
export function blockOutline(field: Field, block: { u: readonly [number, number]; v: readonly [number, number] }): Metres[] {
  const shares = steps(6);
  const at = (u: number, v: number) => placeIn(field, lerp(block.u[0], block.u[1], u), lerp(block.v[0], block.v[1], v));
  const sides = [
    shares.map((share) => at(share, 0)),
    shares.map((share) => at(1, share)),
    shares.map((share) => at(1 - share, 1)),
    shares.map((share) => at(0, 1 - share)),
  ];
  return sides.flatMap((side) => side.slice(0, -1));
}

/** Places the buildings of an estate: slabs in rows that face south, or scattered houses a little out of line. */
export function buildingsOf(field: Field, plan: EstatePlan): BuildingSite[] {
  const scattered = plan.kind === 'scattered';
  const sites: BuildingSite[] = [];
  for (let row = plan.rows - 1; row >= 0; row--) {
    for (let column = 0; column < plan.columns; column++) {
      const no = sites.length + 1;
      const jitter = (what: string, size: number) => (demoShare(`${plan.name} ${no} ${what}`) - 0.5) * size;
      const place = (share: number, slot: number, count: number) => (slot + 0.5 + share) / count;
      const u = lerp(plan.u[0], plan.u[1], place(scattered ? jitter('u', 0.2) : 0, column, plan.columns));
      const v = lerp(plan.v[0], plan.v[1], place(scattered ? jitter('v', 0.2) : 0, row, plan.rows));
      const at = placeIn(field, u, v);
      const west = placeIn(field, lerp(plan.u[0], plan.u[1], column / plan.columns), v);
      const east = placeIn(field, lerp(plan.u[0], plan.u[1], (column + 1) / plan.columns), v);
      const below = placeIn(field, u, lerp(plan.v[0], plan.v[1], row / plan.rows));
      const above = placeIn(field, u, lerp(plan.v[0], plan.v[1], (row + 1) / plan.rows));
      const room = Math.hypot(east[0] - west[0], east[1] - west[1]);
      const deep = Math.hypot(above[0] - below[0], above[1] - below[1]);
      const angle = Math.atan2(east[1] - west[1], east[0] - west[0]) * (scattered ? 1 : 0.7) + (scattered ? jitter('turn', 0.3) : 0);
      const length = scattered ? Math.min(room * 0.66, 24 + jitter('length', 10)) : Math.min(room * 0.84, 92 + jitter('length', 18));
      const depth = scattered ? Math.min(deep * 0.58, 18 + jitter('depth', 7)) : Math.min(deep * 0.44, 19);
      const name = scattered ? `${no}号院` : `${no}栋`;
      sites.push({
        ...{ name, at, length, angle },
        corners: rectangle({ at, length, depth, angle }),
        weight: plan.weight * (scattered ? 1 : length / 60),
      });
    }
  }
  return sites;
}

/** Shares out whole households by weight; the parts sum to the total (largest remainder, ties to the earlier). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => part + (lucky.has(index) ? 1 : 0));
}

/** Doors of a building with their places: two to a landing, a stairwell for every 12 or so; in a courtyard numbered rooms. */
export function doorsOf(site: BuildingSite, count: number, scattered: boolean): { name: string; at: Metres }[] {
  const wells = scattered ? 1 : Math.max(1, Math.round(count / 10));
  return Array.from({ length: count }, (_, index) => {
    const well = index % wells;
    const inWell = Math.floor(index / wells);
    const along = ((index + 0.5) / count - 0.5) * site.length * 0.86;
    const at: Metres = [site.at[0] + along * Math.cos(site.angle), site.at[1] + along * Math.sin(site.angle)];
    const name = scattered ? `${index + 1}户` : `${well + 1}单元${Math.floor(inWell / 2) + 1}0${(inWell % 2) + 1}室`;
    return { name, at };
  });
}
