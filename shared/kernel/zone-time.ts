import { DAY, MINUTE, SECOND } from './durations.ts';
import type { Instant, LocalDate, LocalMonth } from './time.ts';
import type { Weekday } from './zone-time-dates.ts';
import { addMonths, dateOfDay, dayNumber, weekday } from './zone-time-dates.ts';

/** A stretch of time in which a zone keeps one offset: [from, to), offset = local − UTC in milliseconds. */
type Segment = { from: Instant; to: Instant; offset: number };
type Zone = { clock: Intl.DateTimeFormat; years: Map<number, readonly Segment[]>; last: Segment };

/** Half-open stretch of time [t0, t1). */
export type Period = { t0: Instant; t1: Instant };

/** What the clock on the wall shows: `minuteOfDay` counts wall-clock minutes from 00:00, `second` is 0 to 59. */
export type LocalTime = { date: LocalDate; minuteOfDay: number; second: number; weekday: Weekday };

const WEEK = 7 * DAY;
const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const zone = { clock, years: new Map(), last: { from: 0, to: 0, offset: 0 } };
  zones.set(timeZone, zone);
  return zone;
}

/** Asks Intl, which is slow (microseconds); only used to find the transitions of a year. */
function askOffset(zone: Zone, at: Instant): number {
  const second = Math.floor(at / SECOND) * SECOND;
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of zone.clock.formatToParts(second)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, part.second ?? 0) - second;
}

/** Segments of one UTC year. Probes every week (the shortest known change, a suspended Ramadan summer time, lasts a month), then halves. */
function segmentsOf(zone: Zone, year: number): readonly Segment[] {
  const known = zone.years.get(year);
  if (known) return known;
  const end = Date.UTC(year + 1, 0, 1);
  const segments: Segment[] = [];
  let from = Date.UTC(year, 0, 1);
  let offset = askOffset(zone, from);
  for (let at = from; at < end; at += WEEK) {
    const next = Math.min(at + WEEK, end);
    const nextOffset = askOffset(zone, next);
    if (nextOffset === offset) continue;
    let low = at;
    let high = next;
    while (high - low > SECOND) {
      const middle = Math.floor((low + high) / 2 / SECOND) * SECOND;
      if (askOffset(zone, middle) === offset) low = middle;
      else high = middle;
    }
    segments.push({ from, to: high, offset });
    from = high;
    offset = nextOffset;
  }
  if (from < end) segments.push({ from, to: end, offset });
  zone.years.set(year, segments);
  return segments;
}

/** Local time minus UTC in milliseconds at an instant; throws RangeError for an unknown zone. Cached by year. */
export function offsetAt(timeZone: string, at: Instant): number {
  const zone = zoneOf(timeZone);
  if (at >= zone.last.from && at < zone.last.to) return zone.last.offset;
  for (const segment of segmentsOf(zone, new Date(at).getUTCFullYear())) {
    if (at >= segment.to) continue;
    zone.last = segment;
    return segment.offset;
  }
  throw new RangeError(`not an instant: ${at}`);
}

/** Whether the run time knows this IANA zone name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock of a zone shows at an instant. */
export function toLocal(timeZone: string, at: Instant): LocalTime {
  const wall = at + offsetAt(timeZone, at);
  const day = Math.floor(wall / DAY);
  const ms = wall - day * DAY;
  const date = dateOfDay(day);
  const minuteOfDay = Math.floor(ms / MINUTE);
  return { date, minuteOfDay, second: Math.floor((ms - minuteOfDay * MINUTE) / SECOND), weekday: weekday(date) };
}

/** The local date at an instant. */
export function localDateAt(timeZone: string, at: Instant): LocalDate {
  return dateOfDay(Math.floor((at + offsetAt(timeZone, at)) / DAY));
}

function fromWall(timeZone: string, wall: number): Instant {
  const before = offsetAt(timeZone, wall - DAY);
  const after = offsetAt(timeZone, wall + DAY);
  const early = wall - before;
  if (before === after || offsetAt(timeZone, early) === before) return early;
  const late = wall - after;
  return offsetAt(timeZone, late) === after ? late : early;
}

/**
 * The instant at which the wall clock shows `minute` minutes after 00:00 of `date` (1440 = 24:00, the next midnight).
 * A time that occurs twice (clock set back) is the first of the two; a time that does not occur (clock set forward)
 * is moved on by the length of the gap, 02:30 → 03:30.
 */
export function fromLocal(timeZone: string, local: { date: LocalDate; minute: number }): Instant {
  return fromWall(timeZone, dayNumber(local.date) * DAY + local.minute * MINUTE);
}

const wallClock = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;

/** Reads wall-clock text without zone, `YYYY-MM-DD[T ]HH:MM[:SS]` or a bare date (00:00), as an instant of the zone; null when it is none. */
export function parseWallClock(timeZone: string, text: string): Instant | null {
  const match = wallClock.exec(text.trim());
  if (!match) return null;
  const [, date = '', hour = '0', minute = '0', second = '0'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || dateOfDay(midnight / DAY) !== date) return null;
  return fromWall(timeZone, midnight + (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * SECOND);
}

/** Wall-clock text `YYYY-MM-DDTHH:MM:SS` of an instant, without zone. */
export function toWallClock(timeZone: string, at: Instant): string {
  return new Date(at + offsetAt(timeZone, at)).toISOString().slice(0, 19);
}

/** The day of a zone as [00:00, next 00:00). 23 or 25 hours long where the clock changes. */
export function dayRange(timeZone: string, date: LocalDate): Period {
  return { t0: fromLocal(timeZone, { date, minute: 0 }), t1: fromLocal(timeZone, { date, minute: 1440 }) };
}

/** The month of a zone as [first 00:00, first 00:00 of the next month). */
export function monthRange(timeZone: string, month: LocalMonth): Period {
  const start = (m: LocalMonth) => fromLocal(timeZone, { date: `${m}-01`, minute: 0 });
  return { t0: start(month), t1: start(addMonths(month, 1)) };
}

/** The local month at an instant. */
export function monthAt(timeZone: string, at: Instant): LocalMonth {
  return localDateAt(timeZone, at).slice(0, 7);
}
