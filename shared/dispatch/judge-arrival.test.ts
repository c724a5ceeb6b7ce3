import { describe, expect, it } from 'vitest';
import { judgeArrival } from './judge-arrival.ts';
import { defaultWhistleSettings } from './whistle-context.ts';

/** Within 200 m; a position vaguer than 100 m proves nothing. */
const settings = { ...defaultWhistleSettings, reportInRadiusM: 200, accuracyMaxM: 100 };

describe('what a position says of an arrival', () => {
  it.each([
    [0, 0, 'inside'],
    [0, 100, 'inside'],
    [120, 80, 'inside'],
    [120, 81, 'likely'],
    [200, 0, 'inside'],
    [200, 100, 'likely'],
    [200.1, 0, 'outside'],
    [250, 100, 'outside'],
    [0, 100.1, 'tooVague'],
    [5_000, 3_000, 'tooVague'],
    [0, null, 'tooVague'],
  ] as const)('%d m away, off by up to %s m: %s', (distanceM, accuracyM, verdict) => {
    expect(judgeArrival({ position: { accuracyM }, distanceM }, settings)).toBe(verdict);
  });

  it('follows the district: a wider circle, a stricter phone', () => {
    expect(judgeArrival({ position: { accuracyM: 50 }, distanceM: 400 }, { ...settings, reportInRadiusM: 450 })).toBe('inside');
    expect(judgeArrival({ position: { accuracyM: 50 }, distanceM: 0 }, { ...settings, accuracyMaxM: 49 })).toBe('tooVague');
  });
});
