import { weekdayLabels } from '#shared/calendar/calendar.i18n.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { weekday } from '#shared/kernel/zone-time-dates.ts';

/** The day of the week of a calendar date, in both languages. */
export function weekdayWords(date: LocalDate): Label {
  return weekdayLabels[weekday(date)];
}
