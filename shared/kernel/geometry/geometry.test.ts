import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon, Position, Ring } from '../place.ts';
import { boundingBox, boxHolds, touchingPairs } from './bounding-box.ts';
import { commonArea, cutArea, mergeAreas } from './combine.ts';
import { coverage } from './coverage.ts';
import { distanceToAreaM } from './distance-to-area.ts';
import { labelPoint } from './label-point.ts';
import { areaM2, distanceM } from './measure.ts';
import { pointInArea } from './point-in-polygon.ts';
import { ringFaults } from './ring-validity.ts';
import { selfIntersections } from './self-intersection.ts';

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const area = (...rings: Ring[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [rings] });
const ringed = area(square(113, 28, 0.01), square(113.004, 28.004, 0.002));

/** A star around a centre: simple by construction, seldom convex. */
const star = fc
  .record({
    x: fc.double({ min: 113, max: 113.02, noNaN: true }),
    y: fc.double({ min: 28, max: 28.02, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.002, max: 0.01, noNaN: true }), { minLength: 5, maxLength: 24 }),
  })
  .map(({ x, y, radii }) => {
    const ring = radii.map((radius, index): Position => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    return area([...ring, ring[0] ?? [x, y]]);
  });

describe('a point and an area', () => {
  it.each([
    [[113.001, 28.001], 'inside'],
    [[113.005, 28.005], 'outside'],
    [[113.004, 28.005], 'boundary'],
    [[113.01, 28.005], 'boundary'],
    [[113, 28], 'boundary'],
    [[113.005, 28.01], 'boundary'],
    [[113.02, 28.004], 'outside'],
    [[112.99, 28], 'outside'],
  ] as const)('%j is %s', (point, side) => {
    expect(pointInArea([...point], ringed)).toBe(side);
  });

  it('agrees with distance, box and label for any star', () => {
    fc.assert(
      fc.property(
        star,
        fc.double({ min: 112.99, max: 113.03, noNaN: true }),
        fc.double({ min: 27.99, max: 28.03, noNaN: true }),
        (shape, x, y) => {
          const side = pointInArea([x, y], shape);
          expect(distanceToAreaM([x, y], shape) === 0).toBe(side !== 'outside');
          if (side === 'inside') expect(boxHolds(boundingBox(shape), [x, y])).toBe(true);
          const label = labelPoint(shape);
          expect(label && pointInArea(label, shape)).toBe('inside');
        },
      ),
    );
  });

  it('measures distances that are known', () => {
    expect(distanceM([113, 28], [113, 29])).toBeCloseTo(111_195, -1);
    expect(distanceToAreaM([113.02, 28.005], area(square(113, 28, 0.01)))).toBeCloseTo(distanceM([113.02, 28.005], [113.01, 28.005]), 0);
    expect(areaM2(ringed)).toBeCloseTo(0.96 * areaM2(area(square(113, 28, 0.01))), -3);
  });
});

describe('rings', () => {
  it.each([
    [
      'tooShort',
      [
        [113, 28],
        [113.1, 28],
        [113, 28],
      ],
    ],
    [
      'notClosed',
      [
        [113, 28],
        [113.1, 28],
        [113.1, 28.1],
        [113, 28.1],
      ],
    ],
    [
      'zeroLength',
      [
        [113, 28],
        [113.1, 28],
        [113.1, 28],
        [113.1, 28.1],
        [113, 28],
      ],
    ],
    [
      'spike',
      [
        [113, 28],
        [113.1, 28],
        [113.1, 28.1],
        [113.1, 28.2],
        [113.1, 28.1],
        [113, 28.1],
        [113, 28],
      ],
    ],
    [
      'noArea',
      [
        [113, 28],
        [113.1, 28],
        [113.2, 28],
        [113, 28],
      ],
    ],
  ] as [string, Ring][])('%s is found', (kind, ring) => {
    expect(ringFaults(area(ring)).map((fault) => fault.kind)).toContain(kind);
  });

  it('finds where lines meet', () => {
    const bow: Ring = [
      [113, 28],
      [113.1, 28.1],
      [113.1, 28],
      [113, 28.1],
      [113, 28],
    ];
    const found = selfIntersections(area(bow));
    expect(found.map((meet) => meet.kind)).toEqual(['crossing']);
    expect(found[0]?.at[0]).toBeCloseTo(113.05, 6);
    const pinched: Ring = [
      [113, 28],
      [113.1, 28],
      [113.1, 28.1],
      [113.05, 28],
      [113, 28.1],
      [113, 28],
    ];
    expect(selfIntersections(area(pinched)).map((meet) => meet.kind)).toContain('touch');
    expect(selfIntersections(ringed)).toEqual([]);
  });

  it('finds nothing wrong with any star', () => {
    fc.assert(
      fc.property(star, (shape) => {
        expect([ringFaults(shape), selfIntersections(shape)]).toEqual([[], []]);
      }),
    );
  });
});

describe('coverage', () => {
  it('finds an overlap, an enclosed gap and what lies beyond the frame, with their sizes', () => {
    const size = areaM2(area(square(113, 28, 0.001)));
    const left = area(square(113, 28, 0.002));
    const right = area(square(113.001, 28.001, 0.002));
    const overlap = coverage({ areas: [left, right], frame: null, minM2: 1 });
    expect(overlap.map((region) => [region.kind, region.owners, Math.round(region.areaM2 / size)])).toEqual([['overlap', [0, 1], 1]]);
    const hollow = area(square(113, 28, 0.003), square(113.001, 28.001, 0.001));
    expect(coverage({ areas: [hollow], frame: null, minM2: 1 }).map((region) => region.kind)).toEqual(['gap']);
    const framed = coverage({ areas: [right], frame: area(square(113, 28, 0.002)), minM2: 1 });
    expect(framed.map((region) => [region.kind, Math.round(region.areaM2 / size)])).toEqual(
      expect.arrayContaining([
        ['gap', 3],
        ['outside', 3],
      ]),
    );
  });

  it('agrees with exact clipping for any two stars', () => {
    fc.assert(
      fc.property(star, star, (a, b) => {
        const regions = coverage({ areas: [a], frame: b, minM2: 0 });
        const sum = (kind: string) => regions.filter((region) => region.kind === kind).reduce((total, region) => total + region.areaM2, 0);
        const both = coverage({ areas: [a, b], frame: null, minM2: 0 }).filter((region) => region.kind === 'overlap');
        const exact = (shape: MultiPolygon | null) => (shape ? areaM2(shape) : 0);
        expect(Math.abs(sum('gap') - exact(cutArea(b, a)))).toBeLessThan(40);
        expect(Math.abs(sum('outside') - exact(cutArea(a, b)))).toBeLessThan(40);
        expect(Math.abs(both.reduce((total, region) => total + region.areaM2, 0) - exact(commonArea(a, b)))).toBeLessThan(40);
      }),
      { numRuns: 60 },
    );
  });

  it('merges neighbours and pairs touching boxes', () => {
    const merged = mergeAreas([area(square(113, 28, 0.01)), area(square(113.01, 28, 0.01))]);
    expect(merged?.coordinates.length).toBe(1);
    expect(
      touchingPairs([
        [0, 0, 1, 1],
        [2, 0, 3, 1],
        [1, 1, 2, 2],
      ]),
    ).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});
