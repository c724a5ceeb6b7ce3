import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../calendar/calendar-sample.ts';
import { parseWallClock, toWallClock } from '../kernel/zone-time.ts';
import { proposeArrival } from './propose-arrival.ts';
import type { WhistleType } from './whistle-schema.ts';

const at = (text: string) => parseWallClock('Asia/Shanghai', text) ?? Number.NaN;
const proposed = (now: string, reportInBy: string | null, whistleType: WhistleType = 'appeal') =>
  toWallClock(
    'Asia/Shanghai',
    proposeArrival({ calendar: calendar2026, now: at(now), whistleType, reportInBy: reportInBy === null ? null : at(reportInBy) }),
  ).slice(0, 16);

describe('when a unit probably comes', () => {
  it.each([
    ['the next working morning', '2026-11-26T09:42', '2026-11-30T18:00', '2026-11-27T09:30'],
    ['before the office opens, this morning', '2026-11-26T07:10', '2026-11-27T18:00', '2026-11-26T09:30'],
    ['this morning is too near', '2026-11-26T08:31', '2026-11-27T18:00', '2026-11-27T09:30'],
    ['never a Saturday', '2026-11-27T16:00', '2026-12-01T18:00', '2026-11-30T09:30'],
    ['a Saturday that is worked (调休)', '2026-02-13T16:00', '2026-02-24T18:00', '2026-02-14T09:30'],
    ['over a long holiday', '2026-09-30T16:00', '2026-10-09T18:00', '2026-10-08T09:30'],
    ['without a limit', '2026-11-26T09:42', null, '2026-11-27T09:30'],
    ['an hour before a limit of today', '2026-11-26T09:42', '2026-11-26T18:00', '2026-11-26T17:00'],
    ['half of what is left of a near limit', '2026-11-26T17:00', '2026-11-26T18:00', '2026-11-26T17:30'],
    ['on the limit, where five minutes do not fit', '2026-11-26T17:58', '2026-11-26T18:00', '2026-11-26T18:00'],
    ['after the limit, in one hour of office time', '2026-11-26T11:30', '2026-11-25T18:00', '2026-11-26T14:00'],
    ['after the limit, by night', '2026-11-27T22:00', '2026-11-27T18:00', '2026-11-30T09:30'],
  ] as const)('%s', (_case, now, limit, expected) => {
    expect(proposed(now, limit)).toBe(expected);
  });

  it.each([
    ['in a quarter of an hour', '2026-11-28T02:01', '2026-11-28T02:31', '2026-11-28T02:20'],
    ['on the limit when it is nearer', '2026-11-28T02:20', '2026-11-28T02:31', '2026-11-28T02:31'],
    ['as soon as can be after it', '2026-11-28T03:00', '2026-11-28T02:31', '2026-11-28T03:15'],
  ] as const)('in an emergency %s, by day and by night', (_case, now, limit, expected) => {
    expect(proposed(now, limit, 'emergency')).toBe(expected);
  });

  it('never lies behind now nor after a limit that lies ahead, whatever the minute', () => {
    const start = at('2026-11-23T00:00');
    for (let minute = 0; minute < 7 * 24 * 60; minute += 7) {
      const now = start + minute * 60_000;
      for (const left of [3, 40, 600, 3000]) {
        const reportInBy = now + left * 60_000;
        for (const whistleType of ['appeal', 'emergency'] as const) {
          const eta = proposeArrival({ calendar: calendar2026, now, whistleType, reportInBy });
          expect(eta > now && eta <= reportInBy, `${toWallClock('Asia/Shanghai', now)} ${left} ${whistleType}`).toBe(true);
        }
      }
    }
  });
});
