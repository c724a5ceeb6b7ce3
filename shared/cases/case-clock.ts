import type { Due } from '../calendar/calendar-schema.ts';
import { type Light, lightOf, soonAtOf } from '../clocks/light.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { limitSpan, openLimits } from './running-limits.ts';

/** Limits that may be running; `null` in a clock = none. */
export const clockLimits = ['accept', 'sign', 'contact', 'finish', 'inspection', 'callback'] as const;
export type ClockLimit = (typeof clockLimits)[number];

/** The limit to watch. `remainingMs` is negative when overdue; from `soonAt` on it is yellow (null while none runs). */
export type CaseClock = {
  limit: ClockLimit | null;
  from: Instant | null;
  due: Due | null;
  remainingMs: number | null;
  soonAt: Instant | null;
  light: Light;
  overdue: boolean;
  /** 挂账: the finish limit stands still, `nextReviewAt` is the date to watch */
  held: boolean;
  nextReviewAt: Instant | null;
};

/** Which limit of a case is the one to watch, when it turns yellow and whether it is late (on time means `now <= due`). */
export function clockOf(snapshot: CaseSnapshot, now: Instant): CaseClock {
  const { state, nextReviewAt } = snapshot;
  const held = state === 'onHold';
  const limit = limitToWatch(snapshot);
  const { from, due } = limit === null ? { from: null, due: null } : limitSpan(snapshot, limit);
  const shown = { limit, from: from === null ? null : from + heldBefore(snapshot, limit), due, held };
  if (from === null || due === null || held) {
    return { ...shown, remainingMs: null, soonAt: null, light: 'grey', overdue: false, nextReviewAt };
  }
  const soonAt = soonAtOf({ from, due });
  const light = lightOf({ due: due.at, soonAt, now });
  return { ...shown, remainingMs: due.at - now, soonAt, light, overdue: light === 'red', nextReviewAt: null };
}

/** The first contact is owed before the result; the finish limit is the one to watch when it ends sooner. */
function limitToWatch(snapshot: CaseSnapshot): ClockLimit | null {
  const { state, contactDue, finishDue } = snapshot;
  const open = openLimits(snapshot);
  const contactFirst = contactDue !== null && (finishDue === null || finishDue.at >= contactDue.at);
  if (state === 'inProgress' && open.includes('contact') && contactFirst) return 'contact';
  return open.find((limit) => limit !== 'contact') ?? null;
}

/** Finished holds are no part of the time used: the start moves by them. */
function heldBefore({ finishClock, contactHolds }: CaseSnapshot, limit: ClockLimit | null): number {
  const holds = limit === 'contact' ? contactHolds : limit === 'finish' ? (finishClock?.holds ?? []) : [];
  return holds.reduce((sum, hold) => sum + hold.to - hold.from, 0);
}
