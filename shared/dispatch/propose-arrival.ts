import type { WorkCalendar } from '../calendar/calendar-schema.ts';
import { dueAt } from '../calendar/deadline.ts';
import { isWorkingDay } from '../calendar/working-day.ts';
import { HOUR, type Instant, MINUTE } from '../kernel/time.ts';
import { fromLocal, localDateAt } from '../kernel/zone-time.ts';
import { addDays } from '../kernel/zone-time-dates.ts';
import type { WhistleType } from './whistle-schema.ts';

type Asked = { calendar: WorkCalendar; now: Instant; whistleType: WhistleType; reportInBy: Instant | null };

const STEP = 5 * MINUTE;
/** On the way for an emergency, whose limit is 30 minutes. */
const emergencyWay = 15 * MINUTE;
/** The people leave after the office has opened; a year of rest days ends the search. */
const AFTER_OPENING = 60;
const DAYS_AT_MOST = 366;

/**
 * When a unit that answers probably comes, offered in the form and changed by whoever knows better: within a quarter of an hour in an
 * emergency, else on the next working morning, and while the limit to report in (`reportInBy`) lies ahead never after it. Whole five minutes.
 */
export function proposeArrival({ calendar, now, whistleType, reportInBy }: Asked): Instant {
  const wanted = whistleType === 'emergency' ? roundUp(now + emergencyWay) : nextMorning(calendar, now);
  if (reportInBy === null || wanted <= reportInBy) return wanted;
  if (whistleType === 'emergency') return reportInBy > now ? reportInBy : wanted;
  // after the limit the next hour of office time is the best that can be said
  if (reportInBy <= now) return roundUp(dueAt({ calendar, limit: { amount: 1, unit: 'workingHours' }, from: now }).at);
  const early = Math.max(reportInBy - HOUR, now + (reportInBy - now) / 2);
  return Math.min(roundUp(early), reportInBy);
}

/** The first office morning that is at least an hour away. */
function nextMorning(calendar: WorkCalendar, now: Instant): Instant {
  const minute = (calendar.officeHours[0]?.from ?? 0) + AFTER_OPENING;
  const today = localDateAt(calendar.timeZone, now);
  for (let ahead = 0; ahead <= DAYS_AT_MOST; ahead++) {
    const date = addDays(today, ahead);
    const morning = fromLocal(calendar.timeZone, { date, minute });
    if (morning >= now + HOUR && isWorkingDay(calendar, date)) return morning;
  }
  throw new RangeError('a calendar without working days');
}

function roundUp(at: Instant): Instant {
  return Math.ceil(at / STEP) * STEP;
}
