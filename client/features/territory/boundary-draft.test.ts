import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon, Position } from '#shared/kernel/place.ts';
import { cornersAt, cornersText, drawingOf, emptyDrawing, geometryOf, readCorners, withCorners } from './boundary-draft.ts';

const square: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
    ],
  ],
};

describe('a drawing', () => {
  it('opens and closes to the same area, holes included', () => {
    expect(geometryOf(drawingOf(square))).toEqual(square);
  });

  it('is no area while a ring has fewer than three corners', () => {
    expect(geometryOf(emptyDrawing)).toBeNull();
    expect(
      geometryOf(
        withCorners(drawingOf(square), { polygon: 0, ring: 1 }, [
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toBeNull();
  });

  it('changes one ring and leaves the others', () => {
    const moved = withCorners(drawingOf(square), { polygon: 0, ring: 0 }, [
      [0, 0],
      [5, 0],
      [5, 5],
    ]);
    expect(cornersAt(moved, { polygon: 0, ring: 0 })).toEqual([
      [0, 0],
      [5, 0],
      [5, 5],
    ]);
    expect(cornersAt(moved, { polygon: 0, ring: 1 })).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
  });
});

describe('a list of corners', () => {
  it('reads back whatever was written', () => {
    const degree = (limit: number) => fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((value) => Number((value / 1e7).toFixed(7)));
    const position = fc.tuple(degree(180), degree(90)).filter(([lng, lat]) => !`${lng} ${lat}`.includes('e'));
    fc.assert(
      fc.property(fc.array(position), (corners: Position[]) => {
        expect(readCorners(cornersText(corners))).toEqual({ ok: true, corners: corners.map(([lng, lat]) => [lng + 0, lat + 0]) });
      }),
    );
  });

  it.each([
    [
      '112.9 27.8\n\n112.91，27.8',
      {
        ok: true,
        corners: [
          [112.9, 27.8],
          [112.91, 27.8],
        ],
      },
    ],
    ['112.9, 27.8\nhere', { ok: false, line: 2 }],
    ['27.8, 112.9', { ok: false, line: 1 }],
  ])('reads %j', (text, expected) => expect(readCorners(text)).toEqual(expected));
});
