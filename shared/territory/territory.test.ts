import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appointment, Role, UnitLevel } from '../identity/identity-schema.ts';
import { appointmentId, unitId, userId } from '../kernel/ids.ts';
import type { MultiPolygon, Position } from '../kernel/place.ts';
import { type CheckedUnit, checkTerritory } from './checks.ts';
import { numberCells, parseCellCode, parseCommunityCode, parseStreetCode } from './codes.ts';
import { dutyChain, dutyPeople, reportsTo } from './duty-chain.ts';
import { importFeature, refuseRepeats } from './import-geojson.ts';
import { checkHolders, checkLadder, checkOneMore, fourStepLadder, type LadderStep, threeHeadsLadder } from './ladder.ts';
import { childPath, isWithin, pathsUp } from './path.ts';
import { type PlaceCandidate, resolvePoint } from './resolve-point.ts';
import type { ImportMapping } from './territory-schema.ts';

const uuid = (no: number) => `018f0000-0000-7000-8000-${String(no).padStart(12, '0')}`;
const unit = (no: number) => unitId.parse(uuid(no));
const user = (no: number) => userId.parse(uuid(no));
const box = (x: number, y: number, w: number, h: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [x, y],
        [x + w, y],
        [x + w, y + h],
        [x, y + h],
        [x, y],
      ],
    ],
  ],
});

describe('codes', () => {
  it('reads the published cell code (scoring D8-K)', () => {
    expect(parseCellCode('370102013006008')).toEqual({
      ok: true,
      value: { county: '370102', street: '013', kind: 'subdistrict', community: '006', cell: '008' },
    });
  });
  it.each([
    ['37010201300600', 'wrongLength'],
    ['3701020130060081', 'wrongLength'],
    ['37010201300600x', 'notDigits'],
    ['370102700006008', 'unknownStreetKind'],
    ['370102013006000', 'zeroPart'],
    ['070102013006008', 'unknownCounty'],
  ])('refuses %s: %s', (code, reason) => expect(parseCellCode(code)).toMatchObject({ ok: false, refusal: { code: reason } }));
  it.each([
    ['013', 'subdistrict'],
    ['119', 'town'],
    ['200', 'township'],
    ['400', 'enterprise'],
  ])('street %s is a %s', (part, kind) => expect(parseStreetCode(`430681${part}`)).toMatchObject({ ok: true, value: { kind } }));
  it('numbers cells from the north-west, row by row', () => {
    const cells: { id: string; at: Position }[] = [
      { id: 'se', at: [2, 1] },
      { id: 'nw', at: [1, 2.1] },
      { id: 'sw', at: [1, 1.1] },
      { id: 'ne', at: [2, 2] },
    ];
    const codes = numberCells('430697119901', cells);
    expect([...codes.keys()]).toEqual(['nw', 'ne', 'sw', 'se']);
    expect(parseCommunityCode('430697119901').ok && parseCellCode(codes.get('se') ?? '').ok).toBe(true);
  });
});

describe('ladder', () => {
  const head = threeHeadsLadder.find((step) => step.maxHouseholds === 15) as LadderStep;
  it('accepts both known ladders and refuses muddled ones', () => {
    expect([checkLadder(fourStepLadder), checkLadder(threeHeadsLadder)]).toEqual([null, null]);
    expect(checkLadder([...fourStepLadder].reverse())?.code).toBe('levelOrder');
    expect(checkLadder([])?.code).toBe('emptyLadder');
  });
  it('counts neighbour heads (scoring D8-L)', () => {
    expect(checkHolders(head, { households: 400, holders: 32 })).toBeNull();
    expect(checkHolders(head, { households: 400, holders: 26 })).toMatchObject({
      code: 'tooFewHolders',
      params: { capacity: 390, missing: 1 },
    });
    expect([checkOneMore(head, 14), checkOneMore(head, 15)?.code]).toEqual([null, 'holderFull']);
  });
});

describe('duty chain', () => {
  const ancestors = (['building', 'estate', 'grid', 'community'] as const).map((level, index) => ({ level, unitId: unit(index + 1) }));
  const post = (no: number, role: Role, over: Partial<Appointment> = {}): Appointment => ({
    ...{ id: appointmentId.parse(uuid(100 + no)), userId: user(no), role, unitId: unit(no), departmentId: null },
    ...{ deputy: false, validFrom: 0, validTo: null, ...over },
  });
  const full = [post(1, 'buildingHead'), post(2, 'estateGroupLeader'), post(3, 'gridWorker'), post(4, 'secretary')];
  const chain = (appointments: Appointment[], at = 10) => dutyChain({ ladder: fourStepLadder, ancestors, appointments, at });
  it('goes up rung by rung (S4-02)', () => {
    expect(reportsTo(chain(full), user(1))).toEqual({ userId: user(2), via: 'holder', unitId: unit(2) });
    expect(reportsTo(chain(full), user(2))?.userId).toBe(user(3));
    expect(reportsTo(chain(full), user(4))).toBeNull();
    expect(dutyPeople(chain(full))).toEqual([4, 3, 2, 1].map(user));
  });
  it('passes a vacant post to its deputy, then one level up', () => {
    const vacant = full.filter((one) => one.role !== 'estateGroupLeader');
    expect(reportsTo(chain(vacant), user(1))).toEqual({ userId: user(3), via: 'levelUp', unitId: unit(3) });
    const deputy = post(2, 'estateGroupLeader', { userId: user(9), deputy: true });
    expect(reportsTo(chain([...vacant, deputy]), user(1))).toMatchObject({ userId: user(9), via: 'deputy' });
    expect(reportsTo(chain([...vacant, { ...deputy, validTo: 10 }]), user(1))?.userId).toBe(user(3));
    expect(chain([]).every((link) => link.onDuty === null)).toBe(true);
  });
});

describe('resolving a point', () => {
  const place = (no: number, level: UnitLevel, geometry: MultiPolygon, over: Partial<PlaceCandidate> = {}): PlaceCandidate => ({
    ...{ unitId: unit(no), level, code: `C${no}`, path: `/${no}/`, geometry, validFrom: 0, validTo: null, ...over },
  });
  const candidates = [
    place(1, 'community', box(113, 28, 0.02, 0.02)),
    place(2, 'grid', box(113, 28, 0.01, 0.02)),
    place(3, 'grid', box(113.01, 28, 0.008, 0.02)),
  ];
  const find = (point: Position, list = candidates, at = 5) => resolvePoint({ point, at, candidates: list, needed: 'grid', withinM: 100 });
  it.each([
    [[113.005, 28.01], 'inside', 2],
    [[113.01, 28.01], 'several', 2],
    [[113.0185, 28.01], 'nearest', 3],
    [[113.0199, 28.01], 'outside', 1],
    [[113.03, 28.01], 'outside', null],
  ] as const)('%j is %s → %s', (point, placement, no) => {
    const found = find([...point]);
    expect([found.placement, found.unit?.unitId ?? null]).toEqual([placement, no === null ? null : unit(no)]);
  });
  it('takes the boundary in force and any order of candidates', () => {
    const redrawn = [
      place(2, 'grid', box(113, 28, 0.01, 0.02), { validTo: 5 }),
      place(3, 'grid', box(113, 28, 0.01, 0.02), { validFrom: 5 }),
    ];
    expect([find([113.001, 28.001], redrawn, 4).unit?.unitId, find([113.001, 28.001], redrawn).unit?.unitId]).toEqual([unit(2), unit(3)]);
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: 3 }), fc.double({ min: 113, max: 113.02, noNaN: true }), (list, x) => {
        expect(find([x, 28.01], list)).toEqual(find([x, 28.01]));
      }),
    );
  });
});

describe('territory checks', () => {
  const grid = (no: number, geometry: MultiPolygon): CheckedUnit => ({
    id: unit(no),
    level: 'grid',
    name: `0${no}网格`,
    parentId: unit(9),
    geometry,
  });
  const community: CheckedUnit = { id: unit(9), level: 'community', name: '社区', parentId: null, geometry: box(113, 28, 0.02, 0.01) };
  const sound = [community, grid(1, box(113, 28, 0.01, 0.01)), grid(2, box(113.01, 28, 0.01, 0.01))];
  const codes = (
    units: CheckedUnit[],
    households: Position[] = [],
    owners = new Map([
      [unit(1), 1],
      [unit(2), 1],
    ]),
  ) =>
    checkTerritory({ units, owners, households: households.map((point, index) => ({ id: unit(50 + index), name: '户', point })) }).map(
      (found) => found.code,
    );
  it('finds nothing in a sound community', () => expect(codes(sound, [[113.001, 28.001]])).toEqual([]));
  it.each([
    ['overlap', [community, grid(1, box(113, 28, 0.011, 0.01)), grid(2, box(113.01, 28, 0.01, 0.01))]],
    ['gap', [community, grid(1, box(113, 28, 0.009, 0.01)), grid(2, box(113.01, 28, 0.01, 0.01))]],
    ['outsideParent', [community, grid(1, box(112.999, 28, 0.011, 0.01)), grid(2, box(113.01, 28, 0.01, 0.01))]],
    ['noBoundary', [{ ...community, geometry: null }]],
  ] as [string, CheckedUnit[]][])('finds %s', (code, units) =>
    expect(
      codes(
        units,
        [],
        new Map([
          [unit(1), 1],
          [unit(2), 1],
        ]),
      ).includes(code as 'gap'),
    ).toBe(true),
  );
  it('wants one owner a grid and one grid a household', () => {
    expect(codes(sound, [], new Map([[unit(1), 2]]))).toEqual(['severalOwners', 'noOwner']);
    expect(
      codes(sound, [
        [113.01, 28.005],
        [113.5, 28],
      ]),
    ).toEqual(['householdInSeveralGrids', 'householdInNoGrid']);
  });
});

describe('import', () => {
  const mapping: ImportMapping = {
    ...{ level: 'estate', kind: 'residential', nameProperty: 'name' },
    ...{ code: { from: 'property', property: 'code' }, parent: { from: 'place' } },
  };
  const raw = (
    over: object = {},
    geometry: unknown = {
      type: 'Polygon',
      coordinates: [
        [
          [113, 28],
          [113.1, 28],
          [113.1, 28],
          [113.1, 28.1],
        ],
      ],
    },
  ) => ({
    ...{ type: 'Feature', properties: { name: ' 水岸二期 ', code: 'E02', ...over }, geometry },
  });
  it('takes a feature and tells what it put right', () => {
    expect(importFeature(0, raw(), mapping)).toMatchObject({
      ok: true,
      row: { name: '水岸二期', code: 'E02', repairs: { closed: 1, dropped: 1 }, parent: { by: 'place' } },
    });
  });
  it.each([
    [{}, 'notAFeature', 'feature'],
    [raw({ name: '' }), 'missing', 'name'],
    [raw({ code: undefined }), 'missing', 'code'],
    [raw({ code: '二号' }), 'badCode', 'code'],
    [raw({}, null), 'noGeometry', 'geometry'],
    [
      raw(
        {},
        {
          type: 'LineString',
          coordinates: [
            [113, 28],
            [114, 28],
          ],
        },
      ),
      'wrongGeometry',
      'geometry',
    ],
    [
      raw(
        {},
        {
          type: 'Polygon',
          coordinates: [
            [
              [507_000, 3_180_000],
              [507_100, 3_180_000],
              [507_100, 3_180_100],
              [507_000, 3_180_000],
            ],
          ],
        },
      ),
      'notDegrees',
      'geometry',
    ],
    [
      raw(
        {},
        {
          type: 'Polygon',
          coordinates: [
            [
              [113, 28],
              [113.1, 28],
              [113, 28],
            ],
          ],
        },
      ),
      'badRing',
      'geometry',
    ],
  ])('refuses %#: %s', (feature, reason, field) =>
    expect(importFeature(7, feature, mapping)).toMatchObject({ ok: false, refusal: { index: 7, reason, field } }),
  );
  it('wants official codes for official levels and keeps the first of a repeated code', () => {
    expect(importFeature(0, raw({ code: '12345' }), { ...mapping, level: 'community' })).toMatchObject({
      ok: false,
      refusal: { reason: 'badCode' },
    });
    const rows = [0, 1].flatMap((index) => {
      const read = importFeature(index, raw(), mapping);
      return read.ok ? [read.row] : [];
    });
    expect(refuseRepeats(rows, 'code')).toMatchObject({ rows: [{ index: 0 }], refusals: [{ index: 1, reason: 'repeated' }] });
  });
});

describe('paths', () => {
  it('makes subtrees prefixes', () => {
    const path = childPath(childPath(childPath(null, 1), 4), 17);
    expect([path, pathsUp(path)]).toEqual(['/1/4/17/', ['/1/', '/1/4/', '/1/4/17/']]);
    expect([isWithin(path, '/1/4/'), isWithin('/1/42/', '/1/4/')]).toEqual([true, false]);
  });
});
