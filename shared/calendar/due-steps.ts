import * as z from 'zod/mini';
import { localDate } from '../kernel/time.ts';
import { due, hold, limit } from './calendar-schema.ts';
import { dayKinds } from './working-day.ts';

/**
 * What one date did for a due time. `startDay`: the day of the event, not counted in days (民法典 201), counted by time in hours;
 * `counted`: counted, as number `ordinal` when days are counted; `restDay`: weekend or holiday, not counted;
 * `held`: the clock stood still; `movedTo`: the last day was no working day, so the due time moved on to this one (203).
 */
export const dueStepKinds = ['startDay', 'counted', 'restDay', 'held', 'movedTo'] as const;
export type DueStepKind = (typeof dueStepKinds)[number];

/** One date of an explanation; `countedMs` is the time counted on it (hour limits), `holiday` the name in the notice. */
export const dueStep = z.object({
  date: localDate,
  weekday: z.int().check(z.gte(1), z.lte(7)),
  kind: z.enum(dueStepKinds),
  day: z.enum(dayKinds),
  holiday: z.nullable(z.string()),
  /** false: the State Council has not published this year yet */
  published: z.boolean(),
  ordinal: z.nullable(z.int()),
  countedMs: z.nullable(z.int()),
  isDue: z.boolean(),
});
export type DueStep = z.infer<typeof dueStep>;

/** Why a due time is what it is: the answer to 为什么是这个时间. JSON-safe. */
export const dueExplanation = z.object({
  due,
  limit,
  from: z.int(),
  timeZone: z.string(),
  holds: z.array(hold),
  steps: z.array(dueStep),
});
export type DueExplanation = z.infer<typeof dueExplanation>;
