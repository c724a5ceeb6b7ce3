import { DAY } from './durations.ts';
import type { LocalDate, LocalMonth } from './time.ts';

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const CACHE_LIMIT = 50_000;
const texts = new Map<number, LocalDate>();
const numbers = new Map<LocalDate, number>();

/** Days since 1970-01-01 of a local date; throws RangeError when the text is not a day of the calendar. */
export function dayNumber(date: LocalDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(`${date}T00:00:00Z`) / DAY;
  // Date.parse rolls 2026-02-30 over to March: the way back must give the same text
  if (!Number.isInteger(day) || dateOfDay(day) !== date) throw new RangeError(`not a local date: ${date}`);
  if (numbers.size >= CACHE_LIMIT) numbers.clear();
  numbers.set(date, day);
  return day;
}

/** The local date of a day number (days since 1970-01-01). */
export function dateOfDay(day: number): LocalDate {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, 10);
  if (texts.size >= CACHE_LIMIT) texts.clear();
  texts.set(day, text);
  return text;
}

/** The date `days` later (negative: earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** ISO weekday of a local date, 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday (4)
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Calendar year of a local date. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** The months from one to another, both among them; none when the last lies before the first. */
export function monthsBetween(first: LocalMonth, last: LocalMonth): LocalMonth[] {
  const months: LocalMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The month `months` later (negative: earlier). */
export function addMonths(month: LocalMonth, months: number): LocalMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}
