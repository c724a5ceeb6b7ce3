import type { LimitUnit, WorkCalendar } from '../calendar/calendar-schema.ts';
import { officeMsBetween } from '../calendar/office-time.ts';
import { MINUTE } from '../kernel/time.ts';
import type { WhistleMeasure } from './whistle-measures-schema.ts';

type Arrival = Pick<WhistleMeasure, 'limitUnit' | 'at' | 'doneAt'>;

/** Whether a delay is counted in office time; otherwise every minute on the clock counts, rest days too. */
const inOfficeTime: Readonly<Record<LimitUnit, boolean>> = {
  ...{ workingHours: true, workingDays: true },
  ...{ minutes: false, hours: false, naturalDays: false },
};

/** Minutes a unit came after it was due, in the time its limit counts: office time for working hours and working days, the clock otherwise; rounded up. */
export function lateMinutes({ limitUnit, at, doneAt }: Arrival, calendar: WorkCalendar): number {
  if (doneAt === null || doneAt <= at) return 0;
  const span = { from: at, to: doneAt };
  const late = inOfficeTime[limitUnit] ? officeMsBetween(calendar, span) : doneAt - at;
  return Math.ceil(late / MINUTE);
}
