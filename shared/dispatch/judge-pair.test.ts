import { describe, expect, it } from 'vitest';
import type { PhotoPlace } from '../files/photo-evidence.ts';
import { judgePair } from './judge-pair.ts';
import { AFTER, BEFORE } from './whistle-samples.ts';

const lat = 39.93;
/** One metre to the east at this latitude, in degrees. */
const metre = 1 / (111_320 * Math.cos((lat * Math.PI) / 180));
const at = (eastM: number, accuracyM: number | null = 5): PhotoPlace => ({ lng: 116.39 + eastM * metre, lat, accuracyM });
const started = 1_000;
const visited = { id: BEFORE, takenAt: null, from: null, purpose: 'visit', filedAt: 500 } as const;
const worked = { id: AFTER, takenAt: null, from: null, purpose: 'work', filedAt: 3_000 } as const;

describe('what two photos say of a pair', () => {
  it.each([
    ['one spot, the work between', { t: 500, p: at(0) }, { t: 2_000, p: at(4) }, 'good', 4],
    ['as far as both doubts allow', { t: 500, p: at(0) }, { t: 2_000, p: at(39.9) }, 'good', 40],
    ['a little farther', { t: 500, p: at(0) }, { t: 2_000, p: at(41) }, 'apart', 41],
    ['vague positions get their doubt', { t: 500, p: at(0, 40) }, { t: 2_000, p: at(100, 40) }, 'good', 100],
    ['a camera that says no accuracy gets the usual one', { t: 500, p: at(0, null) }, { t: 2_000, p: at(59, null) }, 'good', 59],
    ['and no more', { t: 500, p: at(0, null) }, { t: 2_000, p: at(61, null) }, 'apart', 61],
    ['without a position nothing is condemned', { t: 500, p: null }, { t: 2_000, p: at(900) }, 'good', null],
    ['without a time neither', { t: null, p: at(0) }, { t: null, p: at(1) }, 'good', 1],
    ['the older one as after', { t: 3_000, p: at(0) }, { t: 2_000, p: at(0) }, 'reversed', 0],
    ['the same moment', { t: 2_000, p: at(0) }, { t: 2_000, p: at(0) }, 'reversed', 0],
    ['after, but before the work began', { t: 500, p: at(0) }, { t: 999, p: at(0) }, 'tooEarly', 0],
    ['at the moment the work began', { t: 500, p: at(0) }, { t: started, p: at(0) }, 'good', 0],
    ['its own time unknown, taken before the work', { t: null, p: at(0) }, { t: 999, p: at(0) }, 'tooEarly', 0],
  ] as const)('%s', (_, before, after, verdict, apartM) => {
    const pair = {
      before: { ...visited, takenAt: before.t, from: before.p },
      after: { ...worked, takenAt: after.t, from: after.p },
    };
    expect(judgePair(pair, { startedAt: started, rejectedAt: null })).toEqual({ verdict, apartM });
  });

  it.each([
    ['a photo of the visit as after', visited, { ...visited, id: AFTER, filedAt: 3_000 }, 'wrongSide'],
    ['a photo of the work as before', { ...worked, id: BEFORE }, worked, 'wrongSide'],
    ['a note from before the work', visited, { ...worked, purpose: 'note', filedAt: 999 }, 'filedEarly'],
    ['filed before the last rejection', visited, { ...worked, filedAt: 2_499 }, 'filedEarly'],
    ['filed since the last rejection', visited, { ...worked, filedAt: 2_500 }, 'good'],
    ['the feedback of a linked case', { ...visited, purpose: 'report' }, { ...worked, purpose: 'feedback' }, 'good'],
  ] as const)('%s, when no time was written into it', (_, before, after, verdict) => {
    expect(judgePair({ before, after }, { startedAt: started, rejectedAt: 2_500 }).verdict).toBe(verdict);
  });

  it('asks nothing of the start of a work that has none', () => {
    const pair = { before: { ...visited, takenAt: 5 }, after: { ...worked, takenAt: 6 } };
    expect(judgePair(pair, { startedAt: null, rejectedAt: null }).verdict).toBe('good');
  });
});
