import type { Due } from '../calendar/calendar-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';

/** Limits of a whistle that may run; those of single units run side by side. */
export const whistleClockLimits = [
  'approval',
  'acknowledge',
  'ruling',
  'reportIn',
  'opinions',
  'plan',
  'agree',
  'confirm',
  'finish',
  'task',
  'verify',
  'clear',
  'rateUnits',
  'rate',
  'supervision',
  'judging',
  'extension',
  'hold',
  'void',
  'review',
] as const;
export type WhistleClockLimit = (typeof whistleClockLimits)[number];

/** Who owes the step of a limit; `issuer`: whoever ordered the supervision. */
export type WhistleHolder = 'street' | 'community' | 'unit' | 'lead' | 'issuer';

/** One running limit: of one unit, or of the whole whistle (`departmentId` null). */
export type RunningWhistleLimit = {
  limit: WhistleClockLimit;
  holder: WhistleHolder;
  departmentId: DepartmentId | null;
  /** the plan's day, for tasks that end on one of their own */
  day: LocalDate | null;
  from: Instant;
  due: Due | null;
};

/** From when to when something is owed. */
export type Span = { from: Instant | null; due: Due | null };

/** One limit from a span; none while it has no beginning. */
export function limitOver(
  limit: WhistleClockLimit,
  holder: WhistleHolder,
  { from, due }: Span,
  of: { departmentId?: DepartmentId; day?: LocalDate | null } = {},
): RunningWhistleLimit[] {
  if (from === null) return [];
  return [{ limit, holder, departmentId: of.departmentId ?? null, day: of.day ?? null, from, due }];
}

/** A day or instant that people chose: no calendar moves it. */
export function chosenDue(at: Instant): Due {
  return { at, provisional: false, calendarVersion: 0 };
}
