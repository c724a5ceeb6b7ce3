import type { Instant, LocalDate } from '../kernel/time.ts';
import { dayRange, fromLocal, localDateAt } from '../kernel/zone-time.ts';
import { addDays, weekday, yearOf } from '../kernel/zone-time-dates.ts';
import type { Hold, WorkCalendar } from './calendar-schema.ts';
import type { DueStep, DueStepKind } from './due-steps.ts';
import { heldAtClose, runningParts } from './holds.ts';
import { closeOfDay, dayStatus } from './working-day.ts';

/** One computation of a due time on its way through the calendar; `startDate` is the day that is not counted. */
export type Walk = {
  calendar: WorkCalendar;
  from: Instant;
  startDate: LocalDate;
  holds: readonly Hold[];
  /** present only when somebody wants to know why; a due time alone builds no steps */
  steps: DueStep[] | null;
};
/** Where a walk ends. */
export type Landing = { at: Instant; provisional: boolean };

/** Longer than any limit, in days: a calendar without working days, or a day centuries away, must end in an error and not hold everybody up. */
const MAX_DAYS = 4_000;

function step(walk: Walk, date: LocalDate, rest: { kind: DueStepKind; ordinal?: number; countedMs?: number; isDue?: boolean }): void {
  if (!walk.steps) return;
  const status = dayStatus(walk.calendar, date);
  walk.steps.push({
    date,
    weekday: weekday(date),
    kind: rest.kind,
    day: status.kind,
    holiday: status.name,
    published: status.published,
    ordinal: rest.ordinal ?? null,
    countedMs: rest.countedMs ?? null,
    isDue: rest.isDue ?? false,
  });
}

const isHeld = (walk: Walk, date: LocalDate) => walk.holds.length > 0 && heldAtClose(closeOfDay(walk.calendar, date), walk.holds);
const unpublished = (walk: Walk, date: LocalDate) => !walk.calendar.publishedYears.includes(yearOf(date));

function never(walk: Walk): never {
  throw new RangeError(`calendar ${walk.calendar.version} reaches no due time within ${MAX_DAYS} days`);
}

/** Rule (a) with (d): time runs on every day and every hour, except while held. Needs no calendar, so it is never provisional. */
export function walkElapsed(walk: Walk, ms: number): Landing {
  let at = walk.from;
  let need = ms;
  for (const held of walk.holds) {
    if (held.to <= at) continue;
    const ran = Math.max(0, held.from - at);
    if (ran >= need) break;
    need -= ran;
    at = held.to;
  }
  at += need;
  if (walk.steps) explainElapsed(walk, at);
  return { at, provisional: false };
}

function explainElapsed(walk: Walk, at: Instant): void {
  const { timeZone } = walk.calendar;
  const last = localDateAt(timeZone, at);
  for (let date = walk.startDate; date <= last; date = addDays(date, 1)) {
    const { t0, t1 } = dayRange(timeZone, date);
    const parts = runningParts({ from: Math.max(t0, walk.from), to: Math.min(t1, at) }, walk.holds);
    const countedMs = parts.reduce((sum, part) => sum + part.to - part.from, 0);
    const kind = date === walk.startDate ? 'startDay' : countedMs === 0 && date !== last ? 'held' : 'counted';
    step(walk, date, { kind, countedMs, isDue: date === last });
  }
}

/** Hours inside office hours of working days; a limit that fills a span ends with the span (12:00, not 13:30). */
export function walkOfficeTime(walk: Walk, ms: number): Landing {
  const { calendar, from } = walk;
  let need = ms;
  let provisional = false;
  let date = walk.startDate;
  if (need === 0) {
    step(walk, date, { kind: 'startDay', countedMs: 0, isDue: true });
    return { at: from, provisional };
  }
  for (let i = 0; i < MAX_DAYS; i++, date = addDays(date, 1)) {
    provisional ||= unpublished(walk, date);
    const start = i === 0;
    if (!dayStatus(calendar, date).working) {
      step(walk, date, { kind: start ? 'startDay' : 'restDay', countedMs: 0 });
      continue;
    }
    const before = need;
    for (const span of calendar.officeHours) {
      const opens = fromLocal(calendar.timeZone, { date, minute: span.from });
      const closes = fromLocal(calendar.timeZone, { date, minute: span.to });
      for (const part of runningParts({ from: Math.max(opens, from), to: closes }, walk.holds)) {
        if (part.to - part.from >= need) {
          step(walk, date, { kind: start ? 'startDay' : 'counted', countedMs: before, isDue: true });
          return { at: part.from + need, provisional };
        }
        need -= part.to - part.from;
      }
    }
    step(walk, date, { kind: start ? 'startDay' : before === need ? 'held' : 'counted', countedMs: before - need });
  }
  return never(walk);
}

/** Rule (b): the start day is skipped, working days not held at their close are counted, due at the close of the last one. */
export function walkWorkingDays(walk: Walk, amount: number): Landing {
  if (amount === 0) return walkSameDay(walk);
  let count = 0;
  let provisional = false;
  let date = walk.startDate;
  step(walk, date, { kind: 'startDay' });
  for (let i = 0; i < MAX_DAYS; i++) {
    date = addDays(date, 1);
    provisional ||= unpublished(walk, date);
    if (!dayStatus(walk.calendar, date).working) step(walk, date, { kind: 'restDay' });
    else if (isHeld(walk, date)) step(walk, date, { kind: 'held' });
    else {
      count += 1;
      step(walk, date, { kind: 'counted', ordinal: count, isDue: count === amount });
      if (count === amount) return { at: closeOfDay(walk.calendar, date), provisional };
    }
  }
  return never(walk);
}

/** Rule (c): the start day is skipped, every day not held is counted; a last day that is a rest day moves to the next working day. */
export function walkNaturalDays(walk: Walk, amount: number): Landing {
  if (amount === 0) return walkSameDay(walk);
  let count = 0;
  let provisional = false;
  let date = walk.startDate;
  step(walk, date, { kind: 'startDay' });
  for (let i = 0; i < MAX_DAYS; i++) {
    date = addDays(date, 1);
    provisional ||= unpublished(walk, date);
    const { working } = dayStatus(walk.calendar, date);
    if (isHeld(walk, date)) step(walk, date, { kind: 'held' });
    else if (count < amount) {
      count += 1;
      const isDue = count === amount && working;
      step(walk, date, { kind: 'counted', ordinal: count, isDue });
      if (isDue) return { at: closeOfDay(walk.calendar, date), provisional };
    } else if (working) {
      step(walk, date, { kind: 'movedTo', isDue: true });
      return { at: closeOfDay(walk.calendar, date), provisional };
    } else step(walk, date, { kind: 'restDay' });
  }
  return never(walk);
}

/** "0 days" is 当日: by the close of the start day, or of the next working day when it is a rest day, held or already closed. */
function walkSameDay(walk: Walk): Landing {
  let provisional = false;
  let date = walk.startDate;
  for (let i = 0; i < MAX_DAYS; i++, date = addDays(date, 1)) {
    provisional ||= unpublished(walk, date);
    const at = closeOfDay(walk.calendar, date);
    const kind = i === 0 ? 'startDay' : 'movedTo';
    if (!dayStatus(walk.calendar, date).working) step(walk, date, { kind: i === 0 ? kind : 'restDay' });
    else if (at < walk.from || isHeld(walk, date)) step(walk, date, { kind: i === 0 ? kind : 'held' });
    else {
      step(walk, date, { kind, isDue: true });
      return { at, provisional };
    }
  }
  return never(walk);
}
