import type { Instant, LocalDate } from '../kernel/time.ts';
import { fromLocal } from '../kernel/zone-time.ts';
import { weekday, yearOf } from '../kernel/zone-time-dates.ts';
import type { WorkCalendar } from './calendar-schema.ts';

export const dayKinds = ['workday', 'weekend', 'holiday', 'madeUpWorkday'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What a date is in a calendar; `name` is the holiday's name where the notice gives one, `published` whether its year is known. */
export type DayStatus = { working: boolean; kind: DayKind; name: string | null; published: boolean };

/** Classifies a local date: the notice decides, else Monday to Friday works (holidays and 调休, 国务院放假通知). */
export function dayStatus(calendar: WorkCalendar, date: LocalDate): DayStatus {
  const published = calendar.publishedYears.includes(yearOf(date));
  const weekend = weekday(date) > 5;
  const day = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined;
  if (!day) return { working: !weekend, kind: weekend ? 'weekend' : 'workday', name: null, published };
  const name = day.name === '' ? null : day.name;
  if (day.off) return { working: false, kind: 'holiday', name, published };
  return { working: true, kind: weekend ? 'madeUpWorkday' : 'workday', name, published };
}

/** Whether a local date is worked. */
export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  return dayStatus(calendar, date).working;
}

/** Minutes after midnight at which a day ends for deadlines: end of the last office span, or 1440 (民法典 203). */
export function closingMinute(calendar: WorkCalendar): number {
  if (calendar.closeOfBusiness === 'midnight') return 1440;
  return calendar.officeHours.at(-1)?.to ?? 1440;
}

/**
 * The last instant of a date for deadlines: its close of business, or with 24:00 the last millisecond before midnight, so that a due
 * time always lies on the day (and in the month) that it ends.
 */
export function closeOfDay(calendar: WorkCalendar, date: LocalDate): Instant {
  const minute = closingMinute(calendar);
  const close = fromLocal(calendar.timeZone, { date, minute });
  return minute === 1440 ? close - 1 : close;
}

/** Office minutes of one working day. */
export function officeMinutes(calendar: WorkCalendar): number {
  return calendar.officeHours.reduce((sum, span) => sum + span.to - span.from, 0);
}
