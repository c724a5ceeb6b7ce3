import type { Instant, LocalDate } from '../kernel/time.ts';
import { MINUTE } from '../kernel/time.ts';
import { fromLocal, localDateAt } from '../kernel/zone-time.ts';
import { dateOfDay, dayNumber, weekday } from '../kernel/zone-time-dates.ts';
import type { WorkCalendar } from './calendar-schema.ts';
import { closeOfDay, isWorkingDay, officeMinutes } from './working-day.ts';

function officeMsOn(calendar: WorkCalendar, date: LocalDate, span: { from: Instant; to: Instant }): number {
  if (!isWorkingDay(calendar, date)) return 0;
  let sum = 0;
  for (const office of calendar.officeHours) {
    const opens = fromLocal(calendar.timeZone, { date, minute: office.from });
    const closes = fromLocal(calendar.timeZone, { date, minute: office.to });
    sum += Math.max(0, Math.min(closes, span.to) - Math.max(opens, span.from));
  }
  return sum;
}

/** Weekdays before a day number, counted from a Monday (1969-12-29); weekends before it count as none. */
function weekdaysBefore(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7);
}

/** Working days of the day numbers [from, to): the weekdays, corrected by what the notices say, however far apart they lie. */
function workingDaysBetween(calendar: WorkCalendar, { from, to }: { from: number; to: number }): number {
  if (to <= from) return 0;
  let days = weekdaysBefore(to) - weekdaysBefore(from);
  for (const [date, { off }] of Object.entries(calendar.days)) {
    const day = dayNumber(date);
    if (day < from || day >= to) continue;
    const plain = weekday(date) <= 5;
    if (plain === off) days += off ? -1 : 1;
  }
  return days;
}

/** Milliseconds of office time in [from, to). Days between the first and the last count with their nominal office hours. */
export function officeMsBetween(calendar: WorkCalendar, span: { from: Instant; to: Instant }): number {
  if (span.to <= span.from) return 0;
  const first = localDateAt(calendar.timeZone, span.from);
  const last = localDateAt(calendar.timeZone, span.to);
  if (first === last) return officeMsOn(calendar, first, span);
  const days = workingDaysBetween(calendar, { from: dayNumber(first) + 1, to: dayNumber(last) });
  return officeMsOn(calendar, first, span) + days * officeMinutes(calendar) * MINUTE + officeMsOn(calendar, last, span);
}

/** How many days end (at close of business) after `from` and not after `to`; with `working`, only working days. */
export function closesBetween(calendar: WorkCalendar, input: { from: Instant; to: Instant; working: boolean }): number {
  const { from, to, working } = input;
  let count = 0;
  const last = dayNumber(localDateAt(calendar.timeZone, to));
  for (let day = dayNumber(localDateAt(calendar.timeZone, from)); day <= last; day++) {
    const date = dateOfDay(day);
    if (working && !isWorkingDay(calendar, date)) continue;
    const close = closeOfDay(calendar, date);
    if (from < close && close <= to) count += 1;
  }
  return count;
}
