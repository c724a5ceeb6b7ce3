import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { DemoUnit } from '../../geography/demo-geography.ts';
import { officeMoments } from '../office-moments.ts';
import { openCases } from './open-cases.ts';
import { otherPast, scoredMonth } from './past-cases.ts';
import { demoPlaces } from './places.ts';
import type { Story } from './story.ts';

/** Three months of cases up to now: what is on people's hands, the month that was scored, and what lies around it. */
export function demoStories({ units, calendar, now }: { units: readonly DemoUnit[]; calendar: WorkCalendar; now: Instant }): Story[] {
  const m = officeMoments(calendar, now);
  const places = demoPlaces(units);
  return [...openCases(m, places), ...scoredMonth({ m, places, calendar }), ...otherPast({ m, places, calendar })];
}
