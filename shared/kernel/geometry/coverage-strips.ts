import type { MultiPolygon, Position, Ring } from '../place.ts';
import type { CoverageEdge } from './coverage-sweep.ts';
import { metresPerDegree } from './measure.ts';

export type RegionKind = 'overlap' | 'gap' | 'outside';

/** One connected region of a coverage: which areas concern it (indices), its size and its shape. */
export type Region = { kind: RegionKind; owners: number[]; areaM2: number; geometry: MultiPolygon };

/** A trapezoid of a band between two lines, in lattice units. */
type Strip = {
  kind: RegionKind;
  owners: number[];
  left: CoverageEdge;
  right: CoverageEdge;
  leftBottom: number;
  rightBottom: number;
  leftTop: number;
  rightTop: number;
  bottom: number;
  top: number;
};

/** A stack of trapezoids with one left and one right side; stacks of one region share a group. `open` ground reaches to infinity. */
type Stack = {
  key: string;
  kind: RegionKind;
  owners: number[];
  west: [number, number][];
  east: [number, number][];
  left: CoverageEdge | null;
  right: CoverageEdge | null;
  topWest: number;
  topEast: number;
  units2: number;
  open: boolean;
  group: Stack | null;
};

const FAR = 1e15;
const TOUCH = 0.5;

/** Joins the trapezoids of a sweep, band by band, to connected regions. */
export function createStrips() {
  const stacks: Stack[] = [];
  let below: Stack[] = [];
  let current: { stack: Stack; bottomWest: number; bottomEast: number }[] = [];
  let band = { bottom: 0, top: 0 };
  let last: Strip | null = null;
  const strips: Strip[] = [];

  const openStack = (topWest: number, topEast: number): Stack => ({
    ...{ key: 'gap:', kind: 'gap', owners: [], west: [], east: [], left: null, right: null, units2: 0, open: true, group: null },
    topWest,
    topEast,
  });

  const link = () => {
    for (const upper of current) {
      const under = below.filter((lower) => lower.key === upper.stack.key && meets(lower, upper.bottomWest, upper.bottomEast));
      for (const lower of under) join(lower, upper.stack);
    }
  };

  return {
    /** Puts the open ground below the first and above the last band. */
    openGround(wanted: boolean): void {
      if (!wanted) return;
      const ground = openStack(-FAR, FAR);
      for (const lower of below) if (lower.key === ground.key) join(lower, ground);
      stacks.push(ground);
      below = [ground];
    },
    begin(bottom: number, top: number): void {
      band = { bottom, top };
      current = [];
      strips.length = 0;
      last = null;
    },
    /** Open ground west of the first and east of the last line of the band; with no line it is all open. */
    putOpen(west: number | null, east: number | null): void {
      const sides = west === null || east === null ? [openStack(-FAR, FAR)] : [openStack(-FAR, west), openStack(east, FAR)];
      for (const stack of sides) {
        stacks.push(stack);
        current.push({ stack, bottomWest: stack.topWest, bottomEast: stack.topEast });
      }
    },
    put(strip: Strip): void {
      const same = last && last.kind === strip.kind && last.rightBottom === strip.leftBottom && last.rightTop === strip.leftTop;
      if (last && same && String(last.owners) === String(strip.owners)) {
        Object.assign(last, { right: strip.right, rightBottom: strip.rightBottom, rightTop: strip.rightTop });
        return;
      }
      last = { ...strip };
      strips.push(last);
    },
    end(): void {
      const grown = new Set<Stack>();
      const keyed = strips.map((strip) => ({ strip, key: `${strip.kind}:${strip.owners}` }));
      for (const { strip, key } of keyed) {
        const under = below.filter((lower) => lower.key === key && !lower.open && meets(lower, strip.leftBottom, strip.rightBottom));
        const only = under.length === 1 ? under[0] : undefined;
        const rivals = only
          ? keyed.filter((other) => other.key === key && meets(only, other.strip.leftBottom, other.strip.rightBottom))
          : [];
        const stack = only && rivals.length === 1 && !grown.has(only) ? only : startStack(strip, key);
        if (stack !== only) stacks.push(stack);
        grown.add(stack);
        growStack(stack, strip);
        current.push({ stack, bottomWest: strip.leftBottom, bottomEast: strip.rightBottom });
      }
      link();
      below = current.map(({ stack }) => stack);
    },
    /** The regions, the largest first; `scale` = lattice units per degree. */
    regions(scale: number): Region[] {
      const groups = new Map<Stack, Stack[]>();
      for (const stack of stacks) {
        const root = rootOf(stack);
        const members = groups.get(root);
        if (members) members.push(stack);
        else groups.set(root, [stack]);
      }
      const found: Region[] = [];
      for (const members of groups.values()) {
        const first = members[0];
        if (!first || members.some((stack) => stack.open)) continue;
        const sized = members.map((stack) => ({ ring: ringOf(stack, scale), m2: squareMetres(stack, scale) })).sort((a, b) => b.m2 - a.m2);
        const areaM2 = sized.reduce((sum, { m2 }) => sum + m2, 0);
        const coordinates = sized.filter(({ m2 }) => m2 >= areaM2 / 10_000).map(({ ring }) => [ring]);
        found.push({ kind: first.kind, owners: first.owners, areaM2, geometry: { type: 'MultiPolygon', coordinates } });
      }
      return found.sort((a, b) => b.areaM2 - a.areaM2);
    },
  };

  function meets(lower: Stack, west: number, east: number): boolean {
    return Math.min(lower.topEast, east) - Math.max(lower.topWest, west) > TOUCH;
  }

  function startStack(strip: Strip, key: string): Stack {
    const { kind, owners, left, right } = strip;
    return { key, kind, owners, west: [], east: [], left, right, topWest: 0, topEast: 0, units2: 0, open: false, group: null };
  }

  function growStack(stack: Stack, strip: Strip): void {
    extend(stack.west, stack.left === strip.left, [strip.leftBottom, band.bottom], [strip.leftTop, band.top]);
    extend(stack.east, stack.right === strip.right, [strip.rightBottom, band.bottom], [strip.rightTop, band.top]);
    stack.left = strip.left;
    stack.right = strip.right;
    stack.topWest = strip.leftTop;
    stack.topEast = strip.rightTop;
    stack.units2 += ((strip.rightBottom - strip.leftBottom + strip.rightTop - strip.leftTop) / 2) * (band.top - band.bottom);
  }
}

/** Adds one step of a side; along the same line the last corner moves up instead of a new one being set. */
function extend(side: [number, number][], sameLine: boolean, from: [number, number], to: [number, number]): void {
  const end = side.at(-1);
  if (end && sameLine) side.pop();
  else if (!end || end[0] !== from[0]) side.push(from);
  side.push(to);
}

function rootOf(stack: Stack): Stack {
  let root = stack;
  while (root.group) {
    if (root.group.group) root.group = root.group.group;
    root = root.group;
  }
  return root;
}

function join(a: Stack, b: Stack): void {
  const rootA = rootOf(a);
  const rootB = rootOf(b);
  if (rootA === rootB) return;
  rootB.group = rootA;
}

function ringOf(stack: Stack, scale: number): Ring {
  const corners = [...stack.west, ...[...stack.east].reverse()].map(([x, y]): Position => [x / scale, y / scale]);
  const distinct = corners.filter((at, index) => index === 0 || at[0] !== corners[index - 1]?.[0] || at[1] !== corners[index - 1]?.[1]);
  const first = distinct[0];
  const last = distinct.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...distinct, first] : distinct;
}

function squareMetres(stack: Stack, scale: number): number {
  const south = stack.west[0]?.[1] ?? 0;
  const north = stack.west.at(-1)?.[1] ?? south;
  const per = metresPerDegree((south + north) / 2 / scale);
  return (stack.units2 * per.lng * per.lat) / (scale * scale);
}
