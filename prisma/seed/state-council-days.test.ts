import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { noticeCalendarFile, readCalendarFile } from '#shared/calendar/calendar-import.ts';
import { calendar2026 } from '#shared/calendar/calendar-sample.ts';
import type { CalendarDay, WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { dayStatus } from '#shared/calendar/working-day.ts';
import { addDays } from '#shared/kernel/zone-time-dates.ts';
import { stateCouncilDays } from './state-council-days.ts';

const path = new URL('../../../shared/data/cn_holidays_2011_2027.json', import.meta.url);
const absent = !existsSync(path);

const calendarOf = (days: readonly CalendarDay[], publishedYears: number[]): WorkCalendar => ({
  ...calendar2026,
  publishedYears,
  days: Object.fromEntries(days.map((day) => [day.date, day])),
});

describe('state council days', () => {
  const { days, publishedYears } = stateCouncilDays();

  it('cover 2011 to 2026 and nothing later, so 2027 stays provisional', () => {
    expect(publishedYears).toEqual(Array.from({ length: 16 }, (_, i) => 2011 + i));
    expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
  });

  it('agree with the arrangement of 2026 that the product ships', () => {
    const seeded = calendarOf(days, publishedYears);
    for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
      expect([date, dayStatus(seeded, date).kind]).toEqual([date, dayStatus(calendar2026, date).kind]);
    }
  });
});

describe.skipIf(absent)(
  `state council days against the notices${absent ? ' (skipped: ../shared/data/cn_holidays_2011_2027.json is not there)' : ''}`,
  () => {
    const archive = z.object({ years: z.record(z.string(), z.object({ papers: z.array(z.string()), days: z.array(z.unknown()) })) });

    it('every day 2011 to 2026 is worked or off in both, and the archive reads as import files', () => {
      const { years } = archive.parse(JSON.parse(readFileSync(path, 'utf8')));
      const merged: CalendarDay[] = [];
      for (const [year, { papers, days }] of Object.entries(years)) {
        const result = readCalendarFile(z.parse(noticeCalendarFile, { year: Number(year), papers, days }));
        expect([year, result.ok]).toEqual([year, year !== '2027']);
        if (result.ok) merged.push(...result.file.days);
      }
      const { days, publishedYears } = stateCouncilDays();
      const ours = calendarOf(days, publishedYears);
      const theirs = calendarOf(merged, publishedYears);
      let checked = 0;
      for (let date = '2011-01-01'; date < '2027-01-01'; date = addDays(date, 1), checked++) {
        expect([date, dayStatus(ours, date).working]).toEqual([date, dayStatus(theirs, date).working]);
      }
      expect(checked).toBe(5844);
    });
  },
);
