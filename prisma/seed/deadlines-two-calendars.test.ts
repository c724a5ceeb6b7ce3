import { existsSync, readFileSync } from 'node:fs';
import { LegalHoliday } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { calendar2026 } from '#shared/calendar/calendar-sample.ts';
import type { Limit, WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { dueAt } from '#shared/calendar/deadline.ts';
import { slowModel } from '#shared/calendar/slow-model.ts';
import { dayStatus } from '#shared/calendar/working-day.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { fromLocal, toWallClock } from '#shared/kernel/zone-time.ts';
import { addDays } from '#shared/kernel/zone-time-dates.ts';
import { stateCouncilDays } from './state-council-days.ts';

/** Two records of the State Council's arrangements, kept by other people than those whose data the product ships. */
type Source = { worked: (date: LocalDate) => boolean };

const FIRST = '2011-01-01';
const AFTER_LAST = '2027-01-01';
const isWeekend = (date: LocalDate) => [0, 6].includes(new Date(date).getUTCDay());

/** Notice 国办发明电〔2012〕33号 makes both days worked (清明节、国庆节调休); the second source leaves them out. */
const leftOut: readonly LocalDate[] = ['2013-04-07', '2013-10-12'];

function workedByTyme(date: LocalDate): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const entry = LegalHoliday.fromYmd(year, month, day);
  return entry === null ? !isWeekend(date) : entry.isWork();
}

const archivePath = new URL('../../../shared/data/cn_holidays_2011_2027.json', import.meta.url);
const archiveAbsent = !existsSync(archivePath);
const archive = z.object({
  years: z.record(z.string(), z.object({ days: z.array(z.object({ date: z.string(), isOffDay: z.boolean() })) })),
});

function noticesOfArchive(): Source {
  const { years } = archive.parse(JSON.parse(readFileSync(archivePath, 'utf8')));
  const off = new Map(Object.values(years).flatMap(({ days }) => days.map((day) => [day.date, day.isOffDay])));
  return { worked: (date) => !(off.get(date) ?? isWeekend(date)) };
}

const tyme: Source = { worked: (date) => leftOut.includes(date) || workedByTyme(date) };
const product: WorkCalendar = (() => {
  const { days, publishedYears } = stateCouncilDays();
  return { ...calendar2026, publishedYears, days: Object.fromEntries(days.map((day) => [day.date, day])) };
})();

const everyDay: LocalDate[] = [];
for (let date = FIRST; date < AFTER_LAST; date = addDays(date, 1)) everyDay.push(date);

const startMinutes = [7 * 60 + 15, 10 * 60 + 40, 12 * 60, 17 * 60 + 20, 23 * 60 + 59];
const limits: readonly Limit[] = [
  ...[1, 2, 3, 5, 15].map((amount) => ({ amount, unit: 'workingDays' as const })),
  { amount: 4, unit: 'workingHours' },
  ...[1, 2, 7, 15].map((amount) => ({ amount, unit: 'naturalDays' as const })),
];

function dayDifferences({ worked }: Source): LocalDate[] {
  return everyDay.filter((date) => dayStatus(product, date).working !== worked(date));
}

/** Counts every limit from every day with the days of the source, the slow way, and lists where the product says otherwise. */
function dueDifferences({ worked }: Source): { checked: number; wrong: string[] } {
  const { officeHours, closeOfBusiness } = product;
  const published = (year: number) => year >= 2011 && year <= 2026;
  const count = slowModel({ worked, published, officeHours, closeOfBusiness, first: FIRST, last: '2027-03-01' });
  const wrong: string[] = [];
  let checked = 0;
  for (const date of everyDay) {
    for (const minute of startMinutes) {
      const from = fromLocal('Asia/Shanghai', { date, minute });
      for (const limit of limits) {
        checked += 1;
        const ours = dueAt({ calendar: product, limit, from });
        const theirs = count({ limit, from, holds: [] });
        if (ours.at === theirs.at && ours.provisional === theirs.provisional) continue;
        const [us, them] = [ours.at, theirs.at].map((at) => toWallClock('Asia/Shanghai', at));
        wrong.push(`${limit.amount} ${limit.unit} from ${date} +${minute} min: ${us}, counted ${them}`);
      }
    }
  }
  return { checked, wrong };
}

describe('tyme4ts 2011 to 2026', () => {
  it('knows every year of them and nothing of 2027', () => {
    const known = new Set(
      Array.from({ length: 365 * 17 + 5 }, (_, i) => addDays(FIRST, i))
        .filter((date) => workedByTyme(date) === isWeekend(date))
        .map((date) => date.slice(0, 4)),
    );
    expect([...known]).toEqual(Array.from({ length: 16 }, (_, i) => String(2011 + i)));
  });

  it('says the same of every day, but for the two worked days it leaves out', () => {
    expect(everyDay).toHaveLength(5844);
    expect(dayDifferences({ worked: workedByTyme })).toEqual(leftOut);
    expect(dayDifferences(tyme)).toEqual([]);
  });

  it('gives the same due times from every day', { timeout: 60_000 }, () => {
    expect(dueDifferences(tyme)).toEqual({ checked: 5844 * 5 * 10, wrong: [] });
  });
});

describe.skipIf(archiveAbsent)(
  `the notices 2011 to 2026${archiveAbsent ? ' (skipped: ../shared/data/cn_holidays_2011_2027.json is not there)' : ''}`,
  () => {
    it('say the same of every day and give the same due times from every day', { timeout: 60_000 }, () => {
      const notices = noticesOfArchive();
      expect(dayDifferences(notices)).toEqual([]);
      expect(dueDifferences(notices)).toEqual({ checked: 5844 * 5 * 10, wrong: [] });
    });

    it('and the second source do not copy each other: they differ on the two days', () => {
      const notices = noticesOfArchive();
      expect(everyDay.filter((date) => notices.worked(date) !== workedByTyme(date))).toEqual(leftOut);
    });
  },
);
