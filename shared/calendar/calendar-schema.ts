import * as z from 'zod/mini';
import { instant, localDate } from '../kernel/time.ts';
import { isTimeZone } from '../kernel/zone-time.ts';

/**
 * One legal limit (时限). `hours`: elapsed, from the instant (民法典 201); `workingHours`: within office hours;
 * `workingDays`: start day not counted, due at close of business of the last one; `naturalDays`: start day not
 * counted, a last day that is a rest day moves to the next working day (203).
 */
export const limitUnits = ['minutes', 'hours', 'workingHours', 'workingDays', 'naturalDays'] as const;
export const limitUnit = z.enum(limitUnits);
export type LimitUnit = z.infer<typeof limitUnit>;
/** Most of each unit: some ten years, for every due time is found by walking the days to it. */
const most: Readonly<Record<LimitUnit, number>> = {
  ...{ minutes: 100_000, hours: 80_000 },
  ...{ workingHours: 18_000, workingDays: 2_500, naturalDays: 3_650 },
};
export const limit = z
  .object({ amount: z.int().check(z.gte(0), z.lte(100_000)), unit: limitUnit })
  .check(z.refine(({ amount, unit }) => amount <= most[unit], { error: 'outOfRange', path: ['amount'] }));
export type Limit = z.infer<typeof limit>;

/**
 * A due time with the calendar it was computed from; `provisional` when a day it passed has no published calendar. `halfAt` and `soonAt`
 * are the legal instants at which 50 % and 80 % of the limit are used up; a due time that came with an imported record has none.
 */
export const due = z.object({
  at: instant,
  provisional: z.boolean(),
  calendarVersion: z.int(),
  halfAt: z.optional(instant),
  soonAt: z.optional(instant),
});
export type Due = z.infer<typeof due>;

/** A stretch in which the clock of a case stood still (挂账): [from, to). */
export const hold = z.object({ from: instant, to: instant });
export type Hold = z.infer<typeof hold>;

/** What the State Council's notice says of one day: off, or a weekend day that is worked (调休). */
export const calendarDay = z.object({ date: localDate, off: z.boolean(), name: z.string() });
export type CalendarDay = z.infer<typeof calendarDay>;

/** Minutes after local midnight, [from, to). */
export const officeSpan = z
  .object({ from: z.int().check(z.gte(0), z.lte(1440)), to: z.int().check(z.gte(0), z.lte(1440)) })
  .check(z.refine((span) => span.from < span.to, 'officeSpanEmpty'));
export type OfficeSpan = z.infer<typeof officeSpan>;

const inOrder = (spans: readonly { from: number; to: number }[]) =>
  spans.every((span, i) => i === 0 || (spans[i - 1]?.to ?? 0) <= span.from);

/**
 * A versioned working calendar of one district: zone, published years, exceptions to "Monday to Friday works", office hours
 * (in order, not overlapping). `days` is keyed by local date. A date in a year outside `publishedYears` follows the weekday unless
 * an exception is known, and makes a due time provisional.
 */
export const workCalendar = z.object({
  version: z.int(),
  timeZone: z.string().check(z.refine(isTimeZone, 'unknownTimeZone')),
  publishedYears: z.array(z.int()),
  days: z.record(z.string(), calendarDay),
  officeHours: z.array(officeSpan).check(z.minLength(1), z.refine(inOrder, 'officeSpansOverlap')),
  closeOfBusiness: z.enum(['officeClose', 'midnight']),
});
export type WorkCalendar = z.infer<typeof workCalendar>;

/** 08:30–12:00 and 13:30–18:00, the default office hours (lifecycles.md D1). */
export const defaultOfficeHours: readonly OfficeSpan[] = [
  { from: 510, to: 720 },
  { from: 810, to: 1080 },
];
