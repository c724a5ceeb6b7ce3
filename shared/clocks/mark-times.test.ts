import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../calendar/calendar-sample.ts';
import { type Limit, limitUnits } from '../calendar/calendar-schema.ts';
import { dueAt, extendDue } from '../calendar/deadline.ts';
import { officeMsBetween } from '../calendar/office-time.ts';
import { HOUR } from '../kernel/time.ts';
import { parseWallClock, toWallClock } from '../kernel/zone-time.ts';
import { limitMarks } from './clocks-schema.ts';
import { lightOf, soonAtOf } from './light.ts';
import { dueBy } from './limit-due.ts';
import { markPlan, markTimes } from './mark-times.ts';

const at = (text: string) => parseWallClock('Asia/Shanghai', text) ?? Number.NaN;
const wall = (instant: number) => toWallClock('Asia/Shanghai', instant).slice(5, 16);
const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });
const due = dueBy(calendar2026);

describe('the marks of a limit', () => {
  // scoring.md D8-G and D8-O; a day has 8 office hours, 08:30–12:00 and 13:30–18:00
  it.each([
    ['2026-09-28T09:00', limit(5, 'workingDays'), '10-08T08:45 10-09T16:30 10-10T18:00 10-12T14:00 10-12T18:00'],
    ['2026-02-12T09:00', limit(5, 'workingDays'), '02-24T08:45 02-25T16:30 02-26T18:00 02-27T14:00 02-27T18:00'],
    ['2026-04-30T09:00', limit(5, 'workingDays'), '05-08T08:45 05-09T16:30 05-11T18:00 05-12T14:00 05-12T18:00'],
    ['2026-09-18T09:00', limit(2, 'naturalDays'), '09-20T08:45 09-20T14:54 09-20T18:00 09-21T14:00 09-21T18:00'],
    ['2026-04-24T09:00', limit(7, 'naturalDays'), '04-29T08:45 04-30T16:30 05-06T18:00 05-07T14:00 05-07T18:00'],
    ['2026-02-13T17:00', limit(4, 'workingHours'), '02-14T09:30 02-14T10:42 02-14T11:30 02-14T17:00 02-24T18:00'],
    ['2026-09-25T10:00', limit(4, 'workingHours'), '09-28T10:30 09-28T11:42 09-28T14:00 09-28T18:00 09-29T18:00'],
    ['2026-11-20T09:10', limit(4, 'workingHours'), '11-20T11:10 11-20T13:52 11-20T14:40 11-23T09:10 11-23T18:00'],
    ['2026-11-20T09:10', limit(2, 'workingDays'), '11-23T14:20 11-24T11:50 11-24T18:00 11-25T14:00 11-25T18:00'],
    ['2026-11-20T09:10', limit(24, 'hours'), '11-20T21:10 11-21T04:22 11-21T09:10 11-23T14:00 11-23T18:00'],
  ] as const)('%s + %o', (start, of, expected) => {
    const from = at(start);
    expect(
      markPlan(calendar2026, { from, due: due(of, from), emergency: false })
        .map(wall)
        .join(' '),
    ).toBe(expected);
  });

  it('climbs within minutes in an emergency', () => {
    const from = at('2026-11-21T23:50');
    const times = markTimes(calendar2026, { from, due: due(limit(10, 'minutes'), from), emergency: true });
    expect(limitMarks.map((mark) => wall(times[mark])).join(' ')).toBe('11-21T23:55 11-21T23:58 11-22T00:00 11-22T00:10 11-22T00:30');
  });

  it('counts the whole of an extended limit and leaves holds out', () => {
    const from = at('2026-11-16T08:30');
    const extended = due(limit(2, 'workingDays'), from, { extension: limit(2, 'workingDays') });
    expect([extended.at, extended.halfAt, extended.soonAt].map((each) => wall(each ?? 0))).toEqual([
      '11-20T18:00',
      '11-18T14:00',
      '11-19T18:00',
    ]);
    const holds = [{ from: at('2026-11-17T00:00'), to: at('2026-11-18T00:00') }];
    const held = due(limit(2, 'workingDays'), from, { holds });
    expect([held.at, held.halfAt, held.soonAt].map((each) => wall(each ?? 0))).toEqual(['11-19T18:00', '11-18T14:00', '11-19T11:42']);
  });

  it('halves the way of a due time that came from outside', () => {
    const from = at('2026-11-20T08:00');
    const outside = { at: from + 10 * HOUR, provisional: false, calendarVersion: 0 };
    const times = markTimes(calendar2026, { from, due: outside, emergency: false });
    expect([times.remind50 - from, times.remind80 - from, times.due100 - from]).toEqual([5 * HOUR, 8 * HOUR, 10 * HOUR]);
    expect(markPlan(null, { from, due: outside, emergency: false })).toEqual([times.remind50, times.remind80, times.due100]);
    expect(soonAtOf({ from: outside.at + HOUR, due: outside })).toBe(outside.at);
  });

  it('never falls back, starts after the start, and lets as much time pass as it says', () => {
    const anyLimit = fc.record({ amount: fc.integer({ min: 1, max: 20 }), unit: fc.constantFrom(...limitUnits) });
    const anyHold = fc
      .record({ after: fc.integer({ min: 0, max: 400 }), hours: fc.integer({ min: 1, max: 100 }) })
      .map(({ after, hours }) => ({ after: after * HOUR, ms: hours * HOUR }));
    fc.assert(
      fc.property(
        fc.record({
          start: fc.integer({ min: at('2026-01-02T00:00'), max: at('2026-11-01T00:00') }),
          of: anyLimit,
          hold: fc.option(anyHold),
          extension: fc.option(anyLimit),
          emergency: fc.boolean(),
        }),
        ({ start, of, hold, extension, emergency }) => {
          const holds = hold ? [{ from: start + hold.after, to: start + hold.after + hold.ms }] : [];
          const end = due(of, start, { holds, extension });
          const base = dueAt({ calendar: calendar2026, limit: of, from: start, holds });
          expect(end.at).toBe((extension ? extendDue({ calendar: calendar2026, due: base, limit: extension, holds }) : base).at);
          const plan = markPlan(calendar2026, { from: start, due: end, emergency });
          expect(plan).toEqual(plan.toSorted((a, b) => a - b));
          expect(plan[0]).toBeGreaterThanOrEqual(start);
          if (holds.length > 0) return;
          const elapsed = of.unit === 'minutes' || of.unit === 'hours';
          const used = (to: number) => (elapsed ? to - start : officeMsBetween(calendar2026, { from: start, to }));
          const [half = 0, soon = 0] = plan;
          expect(Math.abs(used(half) - used(end.at) * 0.5)).toBeLessThanOrEqual(1);
          expect(Math.abs(used(soon) - used(end.at) * 0.8)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the traffic light', () => {
  it.each([
    [{ due: 100, soonAt: 80, now: 0 }, 'green'],
    [{ due: 100, soonAt: 80, now: 79 }, 'green'],
    [{ due: 100, soonAt: 80, now: 80 }, 'yellow'],
    [{ due: 100, soonAt: 80, now: 100 }, 'yellow'],
    [{ due: 100, soonAt: 80, now: 101 }, 'red'],
    [{ due: null, soonAt: 80, now: 101 }, 'grey'],
    [{ due: 100, soonAt: null, now: 101 }, 'grey'],
  ] as const)('%o is %s', (input, light) => expect(lightOf(input)).toBe(light));
});
