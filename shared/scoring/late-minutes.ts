import type { WorkCalendar } from '../calendar/calendar-schema.ts';
import { officeMsBetween } from '../calendar/office-time.ts';
import { defaultDistrictLimits, limitsOfType } from '../dispatch/whistle-limits.ts';
import { MINUTE } from '../kernel/time.ts';
import type { WhistleMeasure } from './whistle-measures-schema.ts';

type Arrival = Pick<WhistleMeasure, 'whistleType' | 'at' | 'doneAt'>;

/** Minutes a unit came after it was due, in the time its limit counts: on the clock in an emergency, office time otherwise; rounded up. */
export function lateMinutes({ whistleType, at, doneAt }: Arrival, calendar: WorkCalendar): number {
  if (doneAt === null || doneAt <= at) return 0;
  const { unit } = limitsOfType(defaultDistrictLimits, whistleType).reportIn;
  const span = { from: at, to: doneAt };
  const late = unit === 'minutes' || unit === 'hours' ? doneAt - at : officeMsBetween(calendar, span);
  return Math.ceil(late / MINUTE);
}
