import { DAY, HOUR, type Instant, type LocalDate, MINUTE } from '../kernel/time.ts';
import { dayNumber } from '../kernel/zone-time-dates.ts';
import type { Hold, Limit, OfficeSpan, WorkCalendar } from './calendar-schema.ts';

/** What a slow count needs to know of a calendar; where the days come from is the caller's affair. */
export type PlainCalendar = {
  worked: (date: LocalDate) => boolean;
  published: (year: number) => boolean;
  officeHours: readonly OfficeSpan[];
  closeOfBusiness: WorkCalendar['closeOfBusiness'];
  /** the dates it is asked about, both included */
  first: LocalDate;
  last: LocalDate;
};
export type PlainCase = { limit: Limit; from: Instant; holds: readonly Hold[] };
export type PlainDue = { at: Instant; provisional: boolean };

/** Shanghai keeps +8 hours all year, so the model needs no time zone. */
const SHIFT = 8 * HOUR;

/**
 * Counts a limit the slow and obvious way: minute by minute, or day by day. Written apart from the engine and sharing nothing with it
 * but the words; the tests hold the two against each other. Throws when a count leaves the dates of the calendar.
 */
export function slowModel(calendar: PlainCalendar): (input: PlainCase) => PlainDue {
  const days = factsByDay(calendar);
  const open = openMinutes(calendar, days);
  const firstDay = dayNumber(calendar.first);
  const dayOf = (at: Instant) => Math.floor((at + SHIFT) / DAY);
  const on = (at: Instant) => {
    const day = days[dayOf(at) - firstDay];
    if (!day) throw new RangeError(`the model has no day for ${new Date(at).toISOString()}`);
    return day;
  };
  const firstMinute = firstDay * DAY - SHIFT;
  const closedWhileHeld = (holds: readonly Hold[], at: Instant) => holds.some((h) => h.from < on(at).close && on(at).close <= h.to);

  function byMinute({ limit, from, holds }: PlainCase): PlainDue {
    const office = limit.unit === 'workingHours';
    let left = limit.amount * (limit.unit === 'minutes' ? 1 : 60);
    let at = from;
    while (left > 0) {
      const minute = open[(at - firstMinute) / MINUTE];
      if (minute === undefined) throw new RangeError(`the model has no minute for ${new Date(at).toISOString()}`);
      if (!held(holds, at) && (!office || minute === 1)) left -= 1;
      at += MINUTE;
    }
    // the last counted minute is the one before `at`: a limit that ends at 24:00 has not touched the next day
    const touched = days.slice(dayOf(from) - firstDay, dayOf(Math.max(from, at - 1)) - firstDay + 1);
    return { at, provisional: office && limit.amount > 0 && touched.some((day) => !day.published) };
  }

  function byDay({ limit, from, holds }: PlainCase): PlainDue {
    let left = limit.amount;
    let provisional = false;
    let at = from;
    while (left > 0) {
      at += DAY;
      if (!on(at).published) provisional = true;
      const counts = limit.unit === 'naturalDays' || on(at).worked;
      if (counts && !closedWhileHeld(holds, at)) left -= 1;
    }
    if (limit.amount === 0 && !on(at).published) provisional = true;
    while (!on(at).worked || closedWhileHeld(holds, at) || on(at).close < from) {
      at += DAY;
      if (!on(at).published) provisional = true;
    }
    return { at: on(at).close, provisional };
  }

  return (input) => (input.limit.unit === 'workingDays' || input.limit.unit === 'naturalDays' ? byDay(input) : byMinute(input));
}

type DayFacts = { worked: boolean; published: boolean; close: Instant };

function factsByDay({ worked, published, officeHours, closeOfBusiness, first, last }: PlainCalendar): DayFacts[] {
  const lastMinute = closeOfBusiness === 'midnight' ? 1440 : Math.max(...officeHours.map((span) => span.to));
  // a day that ends at 24:00 ends with its last millisecond, so that the due time lies on that day
  const length = lastMinute === 1440 ? DAY - 1 : lastMinute * MINUTE;
  const facts: DayFacts[] = [];
  for (let day = dayNumber(first); day <= dayNumber(last); day++) {
    const date = new Date(day * DAY).toISOString().slice(0, 10);
    facts.push({ worked: worked(date), published: published(Number(date.slice(0, 4))), close: day * DAY - SHIFT + length });
  }
  return facts;
}

/** One byte for every minute of every day: 1 = the office is open. */
function openMinutes({ officeHours }: PlainCalendar, days: readonly DayFacts[]): Uint8Array {
  const open = new Uint8Array(days.length * 1440);
  for (const [index, day] of days.entries()) {
    if (day.worked) for (const span of officeHours) open.fill(1, index * 1440 + span.from, index * 1440 + span.to);
  }
  return open;
}

function held(holds: readonly Hold[], at: Instant): boolean {
  for (const hold of holds) if (hold.from <= at && at < hold.to) return true;
  return false;
}
