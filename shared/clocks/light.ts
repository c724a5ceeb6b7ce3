import type { Due } from '../calendar/calendar-schema.ts';
import type { Instant } from '../kernel/time.ts';

/** Traffic light: yellow from 80 % of the legal time, red once the due time has passed; grey while nothing runs. */
export const lights = ['green', 'yellow', 'red', 'grey'] as const;
export type Light = (typeof lights)[number];

/** The one rule of the traffic light, for lists, maps, prints and reminders alike; on time means `now <= due`. */
export function lightOf({ due, soonAt, now }: { due: Instant | null; soonAt: Instant | null; now: Instant }): Light {
  if (due === null || soonAt === null) return 'grey';
  if (now > due) return 'red';
  return now >= soonAt ? 'yellow' : 'green';
}

/** When half of a limit is used up. A due time without its own legal instant came from outside: the way to it is halved. */
export function halfAtOf({ from, due }: { from: Instant; due: Due }): Instant {
  return due.halfAt ?? shareOfWay(from, due, 0.5);
}

/** When a limit turns yellow. A due time without its own legal instant came from outside: four fifths of the way to it. */
export function soonAtOf({ from, due }: { from: Instant; due: Due }): Instant {
  return due.soonAt ?? shareOfWay(from, due, 0.8);
}

function shareOfWay(from: Instant, due: Due, share: number): Instant {
  return Math.min(due.at, from + Math.ceil(share * Math.max(0, due.at - from)));
}
