import { assertNever } from '../kernel/assert-never.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import { localDateAt } from '../kernel/zone-time.ts';
import type { Due, Hold, Limit, WorkCalendar } from './calendar-schema.ts';
import type { DueExplanation, DueStep } from './due-steps.ts';
import type { Landing, Walk } from './due-walk.ts';
import { walkElapsed, walkNaturalDays, walkOfficeTime, walkWorkingDays } from './due-walk.ts';
import { joinHolds } from './holds.ts';

/** `from` is the event that starts the clock; `holds` are the closed stretches in which it stood still. */
export type DueInput = { calendar: WorkCalendar; limit: Limit; from: Instant; holds?: readonly Hold[] };

function land(walk: Walk, { amount, unit }: Limit): Landing {
  switch (unit) {
    case 'minutes':
      return walkElapsed(walk, amount * MINUTE);
    case 'hours':
      return walkElapsed(walk, amount * HOUR);
    case 'workingHours':
      return walkOfficeTime(walk, amount * HOUR);
    case 'workingDays':
      return walkWorkingDays(walk, amount);
    case 'naturalDays':
      return walkNaturalDays(walk, amount);
    default:
      return assertNever(unit);
  }
}

function solve(input: DueInput, steps: DueStep[] | null): Due {
  const { calendar, limit, from } = input;
  const startDate = localDateAt(calendar.timeZone, from);
  const walk: Walk = { calendar, from, startDate, holds: joinHolds(input.holds ?? []), steps };
  return { ...land(walk, limit), calendarVersion: calendar.version };
}

/**
 * When a limit that starts at `from` is due. Rules (a)–(e) of lifecycles.md D1 (民法典 201, 203): on time means at ≤ due.at.
 * Throws RangeError when the calendar has no working time at all.
 */
export function dueAt(input: DueInput): Due {
  return solve(input, null);
}

/** The same due time with one step for every date from the start to the end: which days counted, which not and why. */
export function explainDue(input: DueInput): DueExplanation {
  const steps: DueStep[] = [];
  const due = solve(input, steps);
  const { limit, from, calendar } = input;
  return { due, limit, from, timeZone: calendar.timeZone, holds: [...joinHolds(input.holds ?? [])], steps };
}

/** Whether something that happened at `at` was on time (D1: at ≤ dueAt). */
export function isOnTime(at: Instant, due: Pick<Due, 'at'>): boolean {
  return at <= due.at;
}

/** Extension (延期): `limit` more, counted from the due time in force; the due day is the start day and so not counted again. */
export function extendDue(input: { calendar: WorkCalendar; due: Due; limit: Limit; holds?: readonly Hold[] }): Due {
  const { due, ...rest } = input;
  const next = dueAt({ ...rest, from: due.at });
  return { ...next, provisional: next.provisional || due.provisional };
}
