import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../kernel/time.ts';
import { calendar2026 } from './calendar-sample.ts';
import type { Hold, Limit, WorkCalendar } from './calendar-schema.ts';
import { dueAt, explainDue } from './deadline.ts';
import { shiftByHold } from './hold-shift.ts';
import { officeMsBetween } from './office-time.ts';
import { remaining, reminderAt } from './remaining.ts';

/** The model knows only Shanghai's fixed +8 h and walks minute by minute or day by day: slow, but plain to see. */
const SHIFT = 8 * HOUR;
const dayOf = (at: number) => Math.floor((at + SHIFT) / DAY);
const minuteOf = (at: number) => Math.floor((at + SHIFT - dayOf(at) * DAY) / MINUTE);
const midnight = (at: number) => dayOf(at) * DAY - SHIFT;
const memo = new Map<number, boolean>();
/** All calendars of this test have the days of 2026, so one memo serves them. */
const worked = (c: WorkCalendar, at: number) => {
  const seen = memo.get(dayOf(at));
  if (seen !== undefined) return seen;
  const shifted = new Date(at + SHIFT);
  const known = c.days[shifted.toISOString().slice(0, 10)];
  const answer = known ? !known.off : shifted.getUTCDay() !== 0 && shifted.getUTCDay() !== 6;
  memo.set(dayOf(at), answer);
  return answer;
};
const open = (c: WorkCalendar, at: number) => {
  const minute = minuteOf(at);
  return c.officeHours.some((s) => minute >= s.from && minute < s.to) && worked(c, at);
};
const inHold = (holds: readonly Hold[], at: number) => holds.some((h) => at >= h.from && at < h.to);
const closingMs = (c: WorkCalendar) => {
  const end = c.closeOfBusiness === 'midnight' ? DAY : (c.officeHours.at(-1)?.to ?? 0) * MINUTE;
  return end === DAY ? DAY - 1 : end;
};
const closeOf = (c: WorkCalendar, at: number) => midnight(at) + closingMs(c);
const closesHeld = (c: WorkCalendar, at: number, holds: readonly Hold[]) => {
  const close = closeOf(c, at);
  return holds.some((h) => h.from < close && close <= h.to);
};

function model(c: WorkCalendar, limit: Limit, from: number, holds: readonly Hold[]): number {
  if (limit.unit === 'minutes' || limit.unit === 'hours' || limit.unit === 'workingHours') {
    let left = limit.amount * (limit.unit === 'minutes' ? 1 : 60);
    let at = from;
    while (left > 0) {
      if (!inHold(holds, at) && (limit.unit !== 'workingHours' || open(c, at))) left -= 1;
      at += MINUTE;
    }
    return at;
  }
  let at = from;
  let left = limit.amount;
  while (left > 0 || !worked(c, at) || closesHeld(c, at, holds)) {
    at += DAY;
    const counts = limit.unit === 'naturalDays' || worked(c, at);
    if (left > 0 && counts && !closesHeld(c, at, holds)) left -= 1;
  }
  return closeOf(c, at);
}

const minutes = (first: number, last: number) => fc.integer({ min: first / MINUTE, max: last / MINUTE }).map((m) => m * MINUTE);
const start = minutes(Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31));
const calendars = fc.constantFrom<WorkCalendar[]>(
  calendar2026,
  { ...calendar2026, closeOfBusiness: 'midnight' },
  { ...calendar2026, officeHours: [{ from: 540, to: 1020 }] },
  {
    ...calendar2026,
    officeHours: [
      { from: 0, to: 360 },
      { from: 360, to: 1440 },
    ],
  },
);
const limits = fc.oneof(
  fc.record({ unit: fc.constant('minutes' as const), amount: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ unit: fc.constant('hours' as const), amount: fc.integer({ min: 1, max: 72 }) }),
  fc.record({ unit: fc.constant('workingHours' as const), amount: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constantFrom('workingDays' as const, 'naturalDays' as const), amount: fc.integer({ min: 1, max: 20 }) }),
);
const holdsAfter = (from: number) =>
  fc.array(
    fc.record({ after: fc.integer({ min: -2000, max: 20_000 }), length: fc.integer({ min: 0, max: 12_000 }) }).map(({ after, length }) => ({
      from: from + after * MINUTE,
      to: from + (after + length) * MINUTE,
    })),
    { maxLength: 3 },
  );
const cases = start.chain((from) => fc.record({ calendar: calendars, limit: limits, from: fc.constant(from), holds: holdsAfter(from) }));

describe('the engine against the slow model', () => {
  it('agrees on random limits, starts, calendars and holds', () => {
    fc.assert(
      fc.property(cases, ({ calendar, limit, from, holds }) => {
        expect(dueAt({ calendar, limit, from, holds }).at).toBe(model(calendar, limit, from, holds));
      }),
      { numRuns: 3000 },
    );
  });

  it('office time between two instants is the number of open minutes', () => {
    fc.assert(
      fc.property(calendars, start, fc.integer({ min: 0, max: 20_000 }), (calendar, from, length) => {
        const to = from + length * MINUTE;
        let count = 0;
        for (let at = from; at < to; at += MINUTE) if (open(calendar, at)) count += 1;
        expect(officeMsBetween(calendar, { from, to })).toBe(count * MINUTE);
      }),
      { numRuns: 300 },
    );
  });
});

describe('laws', () => {
  it('an explanation gives the same due time, one step a date, its last step due, its count complete', () => {
    fc.assert(
      fc.property(cases, ({ calendar, limit, from, holds }) => {
        const why = explainDue({ calendar, limit, from, holds });
        expect(why.due).toEqual(dueAt({ calendar, limit, from, holds }));
        expect(why.steps.map((s) => s.isDue)).toEqual(why.steps.map((_, i) => i === why.steps.length - 1));
        const first = Date.parse(why.steps[0]?.date ?? '');
        expect(why.steps.map((s) => Date.parse(s.date))).toEqual(why.steps.map((_, i) => first + i * DAY));
        if (limit.unit === 'workingDays' || limit.unit === 'naturalDays') {
          expect(why.steps.filter((s) => s.kind === 'counted').map((s) => s.ordinal)).toEqual(
            Array.from({ length: limit.amount }, (_, i) => i + 1),
          );
        } else {
          const total = why.steps.reduce((sum, s) => sum + (s.countedMs ?? 0), 0);
          expect(total).toBe(limit.amount * (limit.unit === 'minutes' ? MINUTE : HOUR));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a hold never brings a due time forward, and cutting it in two changes nothing', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ calendar, limit, from, holds }, cut) => {
        const held = dueAt({ calendar, limit, from, holds });
        expect(held.at).toBeGreaterThanOrEqual(dueAt({ calendar, limit, from }).at);
        const parts = holds.flatMap((h) => {
          const middle = Math.floor(h.from + (h.to - h.from) * cut);
          return [
            { from: h.from, to: middle },
            { from: middle, to: h.to },
          ];
        });
        expect(dueAt({ calendar, limit, from, holds: parts })).toEqual(held);
      }),
      { numRuns: 1000 },
    );
  });

  it('moving the due time when a hold ends equals computing it anew', () => {
    const oneHold = cases.filter((c) => c.limit.unit !== 'naturalDays');
    fc.assert(
      fc.property(
        oneHold,
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 12_000 }),
        ({ calendar, limit, from }, after, length) => {
          const hold = { from: from + after * MINUTE, to: from + (after + length) * MINUTE };
          const due = dueAt({ calendar, limit, from });
          expect(shiftByHold({ calendar, due, hold, unit: limit.unit, startedAt: from }).at).toBe(
            dueAt({ calendar, limit, from, holds: [hold] }).at,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reminders come in order, after the start and not after the due time', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const [half, most, end] = [50, 80, 100].map((percent) => reminderAt({ ...input, percent }));
        const due = dueAt(input).at;
        expect(end).toBe(due);
        expect(half).toBeGreaterThanOrEqual(input.from);
        expect(most).toBeGreaterThanOrEqual(half ?? Number.NaN);
        expect(most).toBeLessThanOrEqual(due);
      }),
      { numRuns: 500 },
    );
  });

  it('is late exactly after the due time', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -3, max: 3 }), ({ calendar, limit, from }, ms) => {
        const due = dueAt({ calendar, limit, from });
        expect(remaining({ calendar, due, now: due.at + ms }).late).toBe(ms > 0);
      }),
    );
  });
});
