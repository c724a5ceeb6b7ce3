import { describe, expect, it } from 'vitest';
import type { UnitId } from '../kernel/ids.ts';
import {
  compareGrounds,
  countPast,
  type Nearness,
  nearnessOf,
  noPast,
  type PastCalls,
  type PastWhistle,
  type UnitGrounds,
} from './rank-units.ts';
import { HOUSING, URBAN, WATER } from './whistle-samples.ts';

const [HERE, NEXT, FAR] = ['c1', 'c2', 'c3'] as UnitId[];
const place = { communityId: HERE ?? null, streetPath: '/1/2/' };
const paths: Record<string, string> = { c1: '/1/2/3/', c2: '/1/2/4/', c3: '/1/5/6/' };
let no = 0;
const whistle = (community: UnitId | undefined, over: Partial<PastWhistle> = {}): PastWhistle => ({
  ...{ id: `w${no++}`, communityId: community ?? null, unitPath: paths[community ?? 'c1'] ?? '/1/', leadUnitId: HOUSING },
  ...{ departmentIds: [HOUSING, URBAN], alike: false, ...over },
});

describe('how near a past whistle lay', () => {
  it.each<[string, UnitId | null, string, Nearness]>([
    ['in the same community', HERE ?? null, '/1/2/3/', 'community'],
    ['in a grid of it', HERE ?? null, '/1/2/3/9/', 'community'],
    ['in the next community of the street', NEXT ?? null, '/1/2/4/', 'street'],
    ['on the street itself, in no community', null, '/1/2/', 'street'],
    ['in another street', FAR ?? null, '/1/5/6/', 'district'],
    ['where the number only begins alike', FAR ?? null, '/1/20/6/', 'district'],
  ])('%s', (_, communityId, unitPath, expected) => {
    expect(nearnessOf({ communityId, unitPath }, place)).toBe(expected);
  });

  it('is the district where the matter has no community', () => {
    expect(nearnessOf({ communityId: null, unitPath: '/1/' }, { communityId: null, streetPath: null })).toBe('district');
  });
});

describe('what a unit was called to', () => {
  it('counts each whistle once, at the nearest, by its kind and by who led', () => {
    const twice = whistle(HERE, { alike: true });
    const counts = countPast(
      [twice, twice, whistle(HERE), whistle(NEXT, { leadUnitId: URBAN }), whistle(FAR, { departmentIds: [URBAN] })],
      place,
    );
    expect(counts.get(HOUSING)).toEqual({
      past: { community: { alike: 1, all: 2 }, street: { alike: 0, all: 1 }, district: { alike: 0, all: 0 } },
      led: 2,
    });
    expect(counts.get(URBAN)).toMatchObject({ past: { district: { alike: 0, all: 1 } }, led: 1 });
    expect(counts.get(WATER)).toBeUndefined();
  });
});

const grounds = (past: Partial<Record<Nearness, PastCalls>>, over: Partial<UnitGrounds> = {}): UnitGrounds => ({
  ...{ byCategory: false, serves: 'district', led: 0, ...over },
  past: { ...noPast(), ...past },
});
const calls = (alike: number, all: number): PastCalls => ({ alike, all });

describe('whom to call first', () => {
  it.each<[string, UnitGrounds, UnitGrounds]>([
    ['the unit of the category before every past', grounds({}, { byCategory: true }), grounds({ community: calls(9, 9) })],
    [
      'of two the category names, the past decides',
      grounds({ district: calls(1, 1) }, { byCategory: true }),
      grounds({}, { byCategory: true }),
    ],
    ['a unit of the street alone before one of the district', grounds({}, { serves: 'street' }), grounds({ community: calls(9, 9) })],
    ['a unit of the community before one of the street', grounds({}, { serves: 'community' }), grounds({}, { serves: 'street' })],
    ['one of this community before many of the street', grounds({ community: calls(0, 1) }), grounds({ street: calls(9, 9) })],
    ['one of this street before many of the district', grounds({ street: calls(0, 1) }), grounds({ district: calls(9, 9) })],
    ['one of the same kind before many of another', grounds({ community: calls(1, 1) }), grounds({ community: calls(0, 9) })],
    ['the same kind at the same nearness: the more often called', grounds({ community: calls(1, 3) }), grounds({ community: calls(1, 2) })],
    [
      'the same near: the farther ones decide',
      grounds({ community: calls(1, 1), district: calls(0, 1) }),
      grounds({ community: calls(1, 1) }),
    ],
    ['the same past: who led', grounds({ street: calls(1, 1) }, { led: 1 }), grounds({ street: calls(1, 1) })],
  ])('%s', (_, first, second) => {
    expect(compareGrounds(first, second)).toBeLessThan(0);
    expect(compareGrounds(second, first)).toBeGreaterThan(0);
  });

  it('leaves the order of the directory where nothing tells two apart', () => {
    expect(compareGrounds(grounds({}), grounds({}))).toBe(0);
  });
});
