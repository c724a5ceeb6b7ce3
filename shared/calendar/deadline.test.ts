import { describe, expect, it } from 'vitest';
import { DAY } from '../kernel/durations.ts';
import { parseWallClock, toWallClock } from '../kernel/zone-time.ts';
import { calendar2026 } from './calendar-sample.ts';
import { type Hold, type Limit, limit as limitSchema, type WorkCalendar } from './calendar-schema.ts';
import { dueAt, extendDue, isOnTime } from './deadline.ts';
import { shiftByHold } from './hold-shift.ts';
import { remaining, usedUpAt } from './remaining.ts';

const at = (text: string, zone = 'Asia/Shanghai') => parseWallClock(zone, text) ?? Number.NaN;
const units = { wd: 'workingDays', nd: 'naturalDays', wh: 'workingHours', h: 'hours', min: 'minutes' } as const;
const limit = (amount: number, unit: keyof typeof units): Limit => ({ amount, unit: units[unit] });
const due = (start: string, of: Limit, holds: Hold[] = [], calendar: WorkCalendar = calendar2026) => {
  const result = dueAt({ calendar, limit: of, from: at(start, calendar.timeZone), holds });
  return toWallClock(calendar.timeZone, result.at);
};
const hold = (from: string, to: string): Hold => ({ from: at(from), to: at(to) });

describe('worked examples G', () => {
  it.each([
    ['2026-09-28T09:00', limit(5, 'wd'), '2026-10-10T18:00:00'],
    ['2026-09-28T23:59', limit(5, 'wd'), '2026-10-10T18:00:00'],
    ['2026-02-12T10:00', limit(5, 'wd'), '2026-02-26T18:00:00'],
    ['2026-04-30T00:00', limit(5, 'wd'), '2026-05-11T18:00:00'],
    ['2026-09-18T08:00', limit(2, 'nd'), '2026-09-20T18:00:00'],
    ['2026-04-24T16:00', limit(7, 'nd'), '2026-05-06T18:00:00'],
    ['2026-02-13T17:00', limit(4, 'wh'), '2026-02-14T11:30:00'],
    ['2026-09-25T10:00', limit(4, 'wh'), '2026-09-28T14:00:00'],
    // example O: a whistle blown on Friday morning
    ['2026-11-20T09:10', limit(4, 'wh'), '2026-11-20T14:40:00'],
    ['2026-11-20T09:10', limit(2, 'wd'), '2026-11-24T18:00:00'],
  ])('%s + %o = %s', (start, of, expected) => {
    expect(due(start, of)).toBe(expected);
    expect(dueAt({ calendar: calendar2026, limit: of, from: at(start) })).toMatchObject({ provisional: false, calendarVersion: 1 });
  });

  it('any working day of 2027 is provisional until the calendar is imported', () => {
    const result = (start: string, of: Limit) => dueAt({ calendar: calendar2026, limit: of, from: at(start) });
    expect(result('2027-03-01T09:00', limit(3, 'wd'))).toEqual({ at: at('2027-03-04T18:00'), provisional: true, calendarVersion: 1 });
    expect(result('2026-12-30T09:00', limit(2, 'wd')).provisional).toBe(true);
    expect(result('2026-12-30T09:00', limit(1, 'wd')).provisional).toBe(false);
    expect(result('2026-12-31T17:30', limit(1, 'wh'))).toMatchObject({ at: at('2027-01-01T09:00'), provisional: true });
    expect(result('2027-03-01T09:00', limit(24, 'h')).provisional).toBe(false);
  });
});

describe('rules at their edges', () => {
  it.each([
    // elapsed time runs through nights and holidays
    ['2026-10-01T23:50', limit(10, 'min'), '2026-10-02T00:00:00'],
    ['2026-09-30T17:00', limit(24, 'h'), '2026-10-01T17:00:00'],
    // office time: before opening, at lunch, after closing, exactly a full span
    ['2026-11-20T07:00', limit(1, 'wh'), '2026-11-20T09:30:00'],
    ['2026-11-20T12:30', limit(1, 'wh'), '2026-11-20T14:30:00'],
    ['2026-11-20T18:00', limit(1, 'wh'), '2026-11-23T09:30:00'],
    ['2026-11-20T10:00', limit(2, 'wh'), '2026-11-20T12:00:00'],
    ['2026-11-20T08:30', limit(8, 'wh'), '2026-11-20T18:00:00'],
    ['2026-11-20T08:30', limit(0, 'wh'), '2026-11-20T08:30:00'],
    // 0 days means the same day, or the next working one
    ['2026-11-20T09:00', limit(0, 'wd'), '2026-11-20T18:00:00'],
    ['2026-11-20T19:00', limit(0, 'wd'), '2026-11-23T18:00:00'],
    ['2026-10-03T09:00', limit(0, 'nd'), '2026-10-08T18:00:00'],
  ])('%s + %o = %s', (start, of, expected) => {
    expect(due(start, of)).toBe(expected);
  });

  it('ends at 24:00 where the district says so, and extends from that day', () => {
    const calendar: WorkCalendar = { ...calendar2026, closeOfBusiness: 'midnight' };
    const first = dueAt({ calendar, limit: limit(5, 'wd'), from: at('2026-09-28T09:00') });
    expect(first.at).toBe(at('2026-10-11T00:00') - 1);
    expect(extendDue({ calendar, due: first, limit: limit(1, 'wd') }).at).toBe(at('2026-10-13T00:00') - 1);
    expect(due('2026-11-20T23:30', limit(0, 'wd'), [], calendar)).toBe('2026-11-20T23:59:59');
  });

  it('is on time up to and at the due time', () => {
    const result = dueAt({ calendar: calendar2026, limit: limit(5, 'wd'), from: at('2026-09-28T09:00') });
    expect([isOnTime(result.at, result), isOnTime(result.at + 1, result)]).toEqual([true, false]);
  });

  it('refuses a calendar without office time instead of looping', () => {
    const calendar: WorkCalendar = { ...calendar2026, officeHours: [] };
    expect(() => dueAt({ calendar, limit: limit(1, 'wh'), from: at('2026-11-20T09:00') })).toThrow(RangeError);
  });

  it('refuses a day centuries away with a clear word, and counts office time to it at once', () => {
    const from = at('2026-11-20T09:00');
    expect(() => dueAt({ calendar: calendar2026, limit: limit(100_000, 'wd'), from })).toThrow('reaches no due time within 4000 days');
    const due = Date.parse('9999-12-31T10:00:00Z');
    expect(() => usedUpAt({ calendar: calendar2026, unit: 'workingDays', from, due, percent: 50 })).toThrow(
      'reaches no due time within 4000 days',
    );
    const left = remaining({ calendar: calendar2026, due: { at: due, provisional: true, calendarVersion: 1 }, now: from });
    let weekdays = 0;
    for (let day = from + DAY; day < due; day += DAY) if (![0, 6].includes(new Date(day).getUTCDay())) weekdays += 1;
    expect(left.working.days).toBe(weekdays);
  });

  it.each([
    [limit(2_500, 'wd'), true],
    [limit(2_501, 'wd'), false],
    [limit(100_000, 'min'), true],
    [limit(18_001, 'wh'), false],
  ])('a limit of %j is one: %s', (asked, good) => {
    expect(limitSchema.safeParse(asked).success).toBe(good);
  });
});

describe('clock changes in New York', () => {
  const calendar: WorkCalendar = { ...calendar2026, timeZone: 'America/New_York', days: {} };
  it.each([
    ['2026-03-07T12:00', limit(24, 'h'), '2026-03-08T13:00:00'],
    ['2026-10-31T12:00', limit(24, 'h'), '2026-11-01T11:00:00'],
    ['2026-03-06T17:00', limit(4, 'wh'), '2026-03-09T11:30:00'],
    ['2026-03-06T10:00', limit(1, 'wd'), '2026-03-09T18:00:00'],
    ['2026-10-30T10:00', limit(2, 'nd'), '2026-11-02T18:00:00'],
  ])('%s + %o = %s', (start, of, expected) => {
    expect(due(start, of, [], calendar)).toBe(expected);
  });
});

describe('holds', () => {
  it.each([
    ['elapsed', '2026-11-16T09:00', limit(24, 'h'), hold('2026-11-16T21:00', '2026-11-18T09:00'), '2026-11-18T21:00:00'],
    [
      'elapsed, held from the due time on',
      '2026-11-16T09:00',
      limit(24, 'h'),
      hold('2026-11-17T09:00', '2026-11-20T09:00'),
      '2026-11-17T09:00:00',
    ],
    ['office time', '2026-11-16T09:00', limit(4, 'wh'), hold('2026-11-16T10:00', '2026-11-17T10:00'), '2026-11-17T14:30:00'],
    ['two days end while held', '2026-11-16T09:00', limit(5, 'wd'), hold('2026-11-17T10:00', '2026-11-19T15:00'), '2026-11-25T18:00:00'],
    [
      'a weekend held costs nobody a working day',
      '2026-11-16T09:00',
      limit(5, 'wd'),
      hold('2026-11-20T19:00', '2026-11-23T08:00'),
      '2026-11-23T18:00:00',
    ],
    ['held within one day', '2026-11-16T09:00', limit(5, 'wd'), hold('2026-11-17T09:00', '2026-11-17T17:00'), '2026-11-23T18:00:00'],
    ['natural days', '2026-11-16T09:00', limit(2, 'nd'), hold('2026-11-16T10:00', '2026-11-17T19:00'), '2026-11-19T18:00:00'],
  ])('%s', (_, start, of, held, expected) => {
    expect(due(start, of, [held])).toBe(expected);
    const before = dueAt({ calendar: calendar2026, limit: of, from: at(start) });
    const moved = shiftByHold({ calendar: calendar2026, due: before, hold: held, unit: of.unit, startedAt: at(start) });
    expect(toWallClock('Asia/Shanghai', moved.at)).toBe(expected);
  });
});

describe('extension', () => {
  it('extends from the due time in force and stays provisional', () => {
    const extend = (start: string, of: Limit) =>
      extendDue({ calendar: calendar2026, due: dueAt({ calendar: calendar2026, limit: of, from: at(start) }), limit: of });
    expect(toWallClock('Asia/Shanghai', extend('2026-09-21T09:00', limit(5, 'wd')).at)).toBe('2026-10-12T18:00:00');
    expect(extend('2026-11-16T09:00', limit(24, 'h')).at).toBe(at('2026-11-18T09:00'));
    expect(extend('2026-12-24T09:00', limit(5, 'wd')).provisional).toBe(true);
  });
});
