import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '#shared/kernel/place.ts';
import { indexPoints } from './cluster-points.ts';
import { inGcjArea, toGcj02 } from './datum.ts';
import { chooseLabels } from './label-placing.ts';
import type { MapPoint } from './map-types.ts';
import { closeRing, crossesItself, insertCorner, moveCorner, openRing, removeCorner, sideMiddles } from './ring-edit.ts';

const square: readonly Position[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];
const corner = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })).map(([x, y]): Position => [x, y]);

describe('editing a ring', () => {
  it('opens what it closed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(corner, { minLength: 3, maxLength: 12, selector: String }), (corners) => {
        const ring = closeRing(corners);
        expect(ring?.length).toBe(corners.length + 1);
        expect(ring ? openRing(ring) : null).toEqual(corners);
      }),
    );
  });
  it('adding a corner and taking it away changes nothing', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), fc.nat(11), corner, (corners, at, added) => {
        const index = at % corners.length;
        expect(removeCorner(insertCorner(corners, index, added), index + 1)).toEqual(corners);
      }),
    );
  });
  it('keeps the last three corners', () => expect(removeCorner(square.slice(0, 3), 1)).toHaveLength(3));
  it('does not close two corners', () => expect(closeRing(square.slice(0, 2))).toBeNull());
  it('moves one corner alone', () => expect(moveCorner(square, 2, [5, 5])).toEqual([square[0], square[1], [5, 5], square[3]]));
  it('finds the middle of each side, the closing one included', () =>
    expect(sideMiddles(square)).toEqual([
      [1, 0],
      [2, 1],
      [1, 2],
      [0, 1],
    ]));
  it('sees a bow tie', () => {
    expect(crossesItself(square)).toBe(false);
    expect(
      crossesItself([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ]),
    ).toBe(true);
  });
});

describe('clustering', () => {
  const world = [-180, -85, 180, 85] as const;
  const point = fc.record({
    x: fc.double({ min: 112, max: 113, noNaN: true }),
    y: fc.double({ min: 27, max: 28, noNaN: true }),
    overdue: fc.boolean(),
  });
  const made = (index: number, x: number, y: number, overdue: boolean): MapPoint => ({
    id: String(index),
    position: [x, y],
    shape: 'half',
    tone: 'doing',
    overdue,
    ageDays: 1,
    label: String(index),
  });
  it('counts every case and every late one exactly once at each zoom', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), fc.integer({ min: 3, max: 19 }), (points, zoom) => {
        const drawn = indexPoints(points.map(({ x, y, overdue }, index) => made(index, x, y, overdue))).visible(world, zoom);
        const count = drawn.reduce((sum, each) => sum + (each.kind === 'cluster' ? each.count : 1), 0);
        const late = drawn.reduce((sum, each) => sum + (each.kind === 'cluster' ? each.overdue : Number(each.point.overdue)), 0);
        expect(count).toBe(points.length);
        expect(late).toBe(points.filter(({ overdue }) => overdue).length);
      }),
      { numRuns: 60 },
    );
  });
  it('never gathers what carries a number or a symbol, and shows it only where it is', () => {
    const place = (id: string, lng: number): MapPoint => ({ ...made(0, lng, 27.5, true), id });
    const special = [
      { ...place('stop', 112.5), number: 1 },
      { ...place('whistle', 112.5), symbol: 'whistle' },
      { ...place('elsewhere', 140), symbol: 'whistle' },
    ] as const;
    const { visible } = indexPoints([...Array.from({ length: 9 }, (_, no) => place(`case ${no}`, 112.5)), ...special]);
    const drawn = visible([112, 27, 113, 28], 8);
    expect(drawn.map((each) => (each.kind === 'cluster' ? each.count : each.point.id))).toEqual([9, 'stop', 'whistle']);
  });
  it('leaves out a point without a place', () => {
    expect(indexPoints([made(1, Number.NaN, 27, false), made(2, 112, 27, false)]).visible(world, 19)).toHaveLength(1);
  });
});

describe('datum of public tiles', () => {
  it('shifts by the known offset', () => {
    // the example point that the open conversion libraries print
    const [lng, lat] = toGcj02([116.404, 39.915]);
    expect(lng).toBeCloseTo(116.41024449916938, 9);
    expect(lat).toBeCloseTo(39.91640428150164, 9);
  });
  it('leaves the rest of the world alone', () => {
    expect(inGcjArea([8.54, 47.37])).toBe(false);
    expect(toGcj02([8.54, 47.37])).toEqual([8.54, 47.37]);
  });
});

it('writes no two names over each other, and the first rank wins', () => {
  const wish = { size: 14, width: 60, y: 10 };
  const chosen = chooseLabels([
    { ...wish, text: 'b', x: 20, rank: 2 },
    { ...wish, text: 'a', x: 10, rank: 1 },
    { ...wish, text: 'c', x: 200, rank: 3 },
  ]);
  expect(chosen.map(({ text }) => text)).toEqual(['a', 'c']);
});
