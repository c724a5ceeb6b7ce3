import type { Light } from '#shared/clocks/light.ts';
import type { WhistleClock } from '#shared/dispatch/whistle-clock.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { clockLight } from '../cases-parts/index.ts';

type Shown = Pick<WhistleClock, 'due' | 'soonAt' | 'held'>;

/** The traffic light of a whistle at the page's moment: a held one is calm until its day of review, then late like any other. */
export function whistleLight(clock: Shown, now: Instant): Light {
  return clockLight({ ...clock, held: isCalm(clock, now) }, now);
}

/** Held, and its day of review has not passed. */
export function isCalm({ due, held }: Pick<Shown, 'due' | 'held'>, now: Instant): boolean {
  return held && (due === null || due.at >= now);
}
