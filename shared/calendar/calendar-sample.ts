import type { CalendarDay, WorkCalendar } from './calendar-schema.ts';
import { defaultOfficeHours } from './calendar-schema.ts';

type Range = { name: string; off: readonly [string, string][]; worked: readonly string[] };

/** The State Council's arrangement for 2026, as published. */
const year2026: readonly Range[] = [
  { name: '元旦', off: [['2026-01-01', '2026-01-03']], worked: ['2026-01-04'] },
  { name: '春节', off: [['2026-02-15', '2026-02-23']], worked: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', off: [['2026-04-04', '2026-04-06']], worked: [] },
  { name: '劳动节', off: [['2026-05-01', '2026-05-05']], worked: ['2026-05-09'] },
  { name: '端午节', off: [['2026-06-19', '2026-06-21']], worked: [] },
  { name: '中秋节', off: [['2026-09-25', '2026-09-27']], worked: [] },
  { name: '国庆节', off: [['2026-10-01', '2026-10-07']], worked: ['2026-09-20', '2026-10-10'] },
];

function daysOf({ name, off, worked }: Range): CalendarDay[] {
  const days: CalendarDay[] = worked.map((date) => ({ date, off: false, name }));
  for (const [first, last] of off) {
    for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
      days.push({ date: new Date(at).toISOString().slice(0, 10), off: true, name });
    }
  }
  return days;
}

/** The working calendar of 2026 with default office hours in Asia/Shanghai: for tests and for a first start without an import. */
export const calendar2026: WorkCalendar = {
  version: 1,
  timeZone: 'Asia/Shanghai',
  publishedYears: [2026],
  days: Object.fromEntries(year2026.flatMap(daysOf).map((day) => [day.date, day])),
  officeHours: [...defaultOfficeHours],
  closeOfBusiness: 'officeClose',
};
