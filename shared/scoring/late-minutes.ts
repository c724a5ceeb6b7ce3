import type { WorkCalendar } from '../calendar/calendar-schema.ts';
import { officeMsBetween } from '../calendar/office-time.ts';
import { MINUTE } from '../kernel/time.ts';
import type { WhistleMeasure } from './whistle-measures-schema.ts';

type Arrival = Pick<WhistleMeasure, 'limitUnit' | 'at' | 'doneAt'>;

/** Minutes a unit came after it was due, in the time its limit counts: on the clock for minutes and hours, office time otherwise; rounded up. */
export function lateMinutes({ limitUnit, at, doneAt }: Arrival, calendar: WorkCalendar): number {
  if (doneAt === null || doneAt <= at) return 0;
  const span = { from: at, to: doneAt };
  const late = limitUnit === 'minutes' || limitUnit === 'hours' ? doneAt - at : officeMsBetween(calendar, span);
  return Math.ceil(late / MINUTE);
}
