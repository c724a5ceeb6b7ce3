import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR } from './time.ts';
import { dayRange, fromLocal, isTimeZone, localDateAt, monthRange, offsetAt, parseWallClock, toLocal, toWallClock } from './zone-time.ts';
import { addDays, addMonths, dayNumber, weekday } from './zone-time-dates.ts';

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Zurich', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu'] as const;
const iso = (at: number) => new Date(at).toISOString();

describe('zone time', () => {
  it.each([
    ['Asia/Shanghai', '2026-09-28T10:00:00', '2026-09-28T02:00:00.000Z'],
    ['Asia/Shanghai', '1988-07-01T12:00:00', '1988-07-01T03:00:00.000Z'],
    ['America/New_York', '2026-01-15 09:30', '2026-01-15T14:30:00.000Z'],
    ['America/New_York', '2026-07-15 09:30', '2026-07-15T13:30:00.000Z'],
    ['Europe/Zurich', '2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['Europe/Zurich', '2021-06-30', '2021-06-29T22:00:00.000Z'],
    // the gap moves on by its length, the doubled hour is its first
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z'],
    ['Europe/Zurich', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['Europe/Zurich', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
  ])('%s reads %s as %s', (zone, text, expected) => {
    const at = parseWallClock(zone, text);
    expect(at === null ? null : iso(at)).toBe(expected);
  });

  it.each(['2026-02-30T10:00:00', '2026-13-01', '2026-01-01T24:00:00', '2026-01-01T10:60', 'yesterday', ''])('refuses %s', (text) => {
    expect(parseWallClock('Asia/Shanghai', text)).toBeNull();
  });

  it('shows what the wall clock shows, and comes back', () => {
    const clocks = new Map(
      zones.map((zone) => [zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })]),
    );
    const instants = fc.integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const wall = toWallClock(zone, at);
        expect(wall.replace('T', ' ')).toBe(clocks.get(zone)?.format(at));
        const local = toLocal(zone, at);
        expect(local.date).toBe(wall.slice(0, 10));
        expect(local.minuteOfDay).toBe(Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)));
        const back = fromLocal(zone, { date: local.date, minute: local.minuteOfDay });
        // the second of two equal wall-clock times comes back as the first one, half an hour or an hour before
        const lost = Math.floor(at / 60_000) * 60_000 - back;
        expect([0, HOUR / 2, HOUR]).toContain(lost);
        expect(toWallClock(zone, back).slice(0, 16)).toBe(wall.slice(0, 16));
      }),
      { numRuns: 4000 },
    );
  });

  it('months and days of a zone follow one another without gap', () => {
    for (const zone of zones) {
      let month = '2015-12';
      for (let i = 0; i < 150; i++, month = addMonths(month, 1)) {
        const { t0, t1 } = monthRange(zone, month);
        expect(monthRange(zone, addMonths(month, 1)).t0).toBe(t1);
        expect([localDateAt(zone, t0), localDateAt(zone, t0 - 1) < localDateAt(zone, t0)]).toEqual([`${month}-01`, true]);
      }
    }
    const long = dayRange('America/New_York', '2026-11-01');
    const short = dayRange('America/New_York', '2026-03-08');
    expect([(long.t1 - long.t0) / HOUR, (short.t1 - short.t0) / HOUR]).toEqual([25, 23]);
  });

  it('counts days, months and weekdays', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect([addMonths('2026-01', -1), addMonths('2026-11', 2), addMonths('2026-05', 0)]).toEqual(['2025-12', '2027-01', '2026-05']);
    expect(['2026-09-28', '2026-10-10', '2026-09-20', '1969-12-31'].map(weekday)).toEqual([1, 6, 7, 3]);
    expect(() => dayNumber('2026-02-30')).toThrow(RangeError);
  });

  it('knows its zones', () => {
    expect([isTimeZone('Asia/Shanghai'), isTimeZone('Asia/Nowhere')]).toEqual([true, false]);
    expect(() => offsetAt('Asia/Nowhere', 0)).toThrow(RangeError);
  });
});
