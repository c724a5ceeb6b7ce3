import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../kernel/durations.ts';
import { parseWallClock, toWallClock } from '../kernel/zone-time.ts';
import { loudnesses } from './notifications-schema.ts';
import { deliverAt, digestDayDue, planDeliveries, retryWait } from './plan-deliveries.ts';
import { defaultPreferences } from './preferences.ts';

const timeZone = 'Asia/Shanghai';
const at = (text: string) => parseWallClock(timeZone, text) ?? Number.NaN;
const all = ['email', 'sms', 'wecom'] as const;

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 7 * 60 };
  const noon = { from: 12 * 60, to: 13 * 60 + 30 };
  it.each([
    ['2026-11-20T21:59', night, '2026-11-20T21:59'],
    ['2026-11-20T22:00', night, '2026-11-21T07:00'],
    ['2026-11-20T23:59', night, '2026-11-21T07:00'],
    ['2026-11-21T00:00', night, '2026-11-21T07:00'],
    ['2026-11-21T06:59', night, '2026-11-21T07:00'],
    ['2026-11-21T07:00', night, '2026-11-21T07:00'],
    ['2026-12-31T22:30', night, '2027-01-01T07:00'],
    ['2026-11-20T11:59', noon, '2026-11-20T11:59'],
    ['2026-11-20T12:00', noon, '2026-11-20T13:30'],
    ['2026-11-20T13:30', noon, '2026-11-20T13:30'],
    ['2026-11-20T03:00', { from: 0, to: 0 }, '2026-11-20T03:00'],
    ['2026-11-20T03:00', null, '2026-11-20T03:00'],
  ])('%s with %o goes out at %s', (now, quietHours, expected) => {
    expect(toWallClock(timeZone, deliverAt({ now: at(now), timeZone, quietHours })).slice(0, 16)).toBe(expected);
  });
});

describe('which channels', () => {
  const night = at('2026-11-20T23:00');
  const plan = (loud: (typeof loudnesses)[number], over: object = {}) =>
    planDeliveries({
      notice: { kind: 'task', loud, at: night },
      ...{ preferences: defaultPreferences, reachable: all, now: night, timeZone, ...over },
    }).map((delivery) => `${delivery.channel} ${toWallClock(timeZone, delivery.at).slice(11, 16)}`);

  it('by loudness: none, as chosen after the night, all at once', () => {
    expect(loudnesses.map((loud) => plan(loud))).toEqual([
      [],
      ['email 07:00', 'wecom 07:00'],
      ['email 07:00', 'wecom 07:00'],
      ['email 23:00', 'sms 23:00', 'wecom 23:00'],
    ]);
  });

  it('only where there is an address, and nothing of what is no news any more', () => {
    expect(plan('urgent', { reachable: ['sms'] })).toEqual([]);
    expect(plan('emergency', { reachable: ['sms'] })).toEqual(['sms 23:00']);
    expect(plan('emergency', { now: night + 12 * HOUR })).toHaveLength(3);
    expect(plan('emergency', { now: night + 12 * HOUR + 1 })).toEqual([]);
  });

  it('what may wait waits for the digest, what is urgent does not', () => {
    const preferences = { ...defaultPreferences, digestAt: 8 * 60, quietHours: null };
    expect(plan('normal', { preferences })).toEqual(['wecom 23:00']);
    expect(plan('urgent', { preferences })).toEqual(['email 23:00', 'wecom 23:00']);
  });
});

describe('the digest', () => {
  it('is due from its minute on, once a day', () => {
    const due = (text: string) => digestDayDue({ now: at(text), timeZone, digestAt: 8 * 60 + 30 });
    expect([due('2026-11-20T08:29'), due('2026-11-20T08:30'), due('2026-11-20T23:59'), due('2026-11-21T00:00')]).toEqual([
      null,
      '2026-11-20',
      '2026-11-20',
      null,
    ]);
  });
});

it('tries again after ever longer waits, then never', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map(retryWait);
  expect(waits).toEqual([MINUTE / 2, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, null]);
});
