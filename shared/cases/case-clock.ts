import type { Due } from '../calendar/calendar-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { Instant } from '../kernel/time.ts';
import type { DueOf } from './case-context.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { finishDueOf } from './finish-due.ts';

/** Limits that may be running; `null` in a clock = none. */
export const clockLimits = ['accept', 'sign', 'contact', 'finish', 'inspection', 'callback'] as const;
export type ClockLimit = (typeof clockLimits)[number];

/** Traffic light: yellow from 80 % of the time used, red when the due time has passed; grey while nothing runs. */
export const lights = ['green', 'yellow', 'red', 'grey'] as const;
export type Light = (typeof lights)[number];

/** Share of a limit from which a case counts as soon due. */
export const SOON_SHARE = 0.8;
/** Shares of a limit at which the holder is reminded (lifecycles D1). */
export const reminderShares = [0.5, SOON_SHARE, 1] as const;

/** The limit that runs now. `remainingMs` is negative when overdue; `share` = elapsed part of the time, 1 = due. */
export type CaseClock = {
  limit: ClockLimit | null;
  from: Instant | null;
  due: Due | null;
  remainingMs: number | null;
  share: number | null;
  light: Light;
  overdue: boolean;
  /** 挂账: the finish limit stands still, `nextReviewAt` is the date to watch */
  held: boolean;
  nextReviewAt: Instant | null;
};

type Running = { limit: ClockLimit; from: Instant; due: Due | null };

/** Which limit of a case is running, how much of it is used and whether it is late (on time means `now <= due`). */
export function clockOf(snapshot: CaseSnapshot, now: Instant): CaseClock {
  const running = runningLimit(snapshot);
  const held = snapshot.state === 'onHold';
  const idle = { remainingMs: null, share: null, light: 'grey', overdue: false, held, nextReviewAt: snapshot.nextReviewAt } as const;
  if (running === null || running.due === null || held) {
    return { limit: running?.limit ?? null, from: running?.from ?? null, due: running?.due ?? null, ...idle };
  }
  const { limit, from, due } = running;
  const span = Math.max(1, due.at - from);
  const share = Math.max(0, (now - from) / span);
  const overdue = now > due.at;
  const light = overdue ? 'red' : share >= SOON_SHARE ? 'yellow' : 'green';
  return { limit, from, due, remainingMs: due.at - now, share, light, overdue, held, nextReviewAt: null };
}

/** The moments of the reminders of the running limit: 50 %, 80 % and 100 %; none while held. */
export function reminderTimes(snapshot: CaseSnapshot): Instant[] {
  const running = runningLimit(snapshot);
  if (running === null || running.due === null || snapshot.state === 'onHold') return [];
  const { from, due } = running;
  return reminderShares.map((share) => Math.round(from + share * Math.max(0, due.at - from)));
}

function runningLimit(snapshot: CaseSnapshot): Running | null {
  switch (snapshot.state) {
    case 'reported':
    case 'verifying':
      return { limit: 'accept', from: snapshot.reportedAt, due: snapshot.acceptDue };
    case 'dispatched':
      return { limit: 'sign', from: snapshot.dispatchedAt ?? snapshot.reportedAt, due: snapshot.signDue };
    case 'registered':
    case 'objected':
    case 'onHold':
      return finishLimit(snapshot);
    case 'inProgress':
      return firstContact(snapshot) ?? finishLimit(snapshot);
    case 'feedback':
      return { limit: 'inspection', from: snapshot.feedbackAt ?? snapshot.reportedAt, due: snapshot.inspectionDue };
    case 'closed':
      return snapshot.callbackDue === null || snapshot.unreachable
        ? null
        : { limit: 'callback', from: snapshot.closedAt ?? snapshot.reportedAt, due: snapshot.callbackDue };
    case 'declined':
    case 'diverted':
    case 'reviewed':
    case 'void':
      return null;
    default:
      return assertNever(snapshot.state);
  }
}

/** The first contact is owed before the result; once its time is over the finish limit is the one to watch when it ends sooner. */
function firstContact({ contactedAt, contactDue, finishDue, registeredAt, reportedAt }: CaseSnapshot): Running | null {
  if (contactedAt !== null || contactDue === null) return null;
  if (finishDue !== null && finishDue.at < contactDue.at) return null;
  return { limit: 'contact', from: registeredAt ?? reportedAt, due: contactDue };
}

function finishLimit({ finishClock, finishDue, registeredAt, reportedAt }: CaseSnapshot): Running {
  const heldMs = finishClock?.holds.reduce((sum, hold) => sum + hold.to - hold.from, 0) ?? 0;
  const from = (finishClock?.from ?? registeredAt ?? reportedAt) + heldMs;
  return { limit: 'finish', from, due: finishDue };
}

/** The due times of a case computed anew, after a calendar was imported; imported ones stay. Payload of `DueRecomputed`. */
export function recomputedDues(snapshot: CaseSnapshot, due: DueOf): Pick<CaseSnapshot, RecomputedDue> {
  const { acceptDue, finishDue, contactDue, signDue, objectionDue, inspectionDue, callbackDue, limits, finishClock } = snapshot;
  const renew = (old: Due | null, limit: Parameters<DueOf>[0] | undefined, from: Instant | null): Due | null =>
    old?.provisional && limit !== undefined && from !== null ? due(limit, from) : old;
  const finish = finishDue?.provisional && finishClock !== null ? finishDueOf(finishClock, due) : finishDue;
  return {
    acceptDue: renew(acceptDue, limits?.accept, snapshot.reportedAt),
    finishDue: finish,
    contactDue: renew(contactDue, limits?.contact, snapshot.registeredAt),
    signDue: renew(signDue, limits?.sign, snapshot.dispatchedAt),
    objectionDue: renew(objectionDue, limits?.objection, snapshot.dispatchedAt),
    inspectionDue: renew(inspectionDue, limits?.inspection, snapshot.feedbackAt),
    callbackDue: renew(callbackDue, limits?.callback, snapshot.closedAt),
  };
}

type RecomputedDue = 'acceptDue' | 'finishDue' | 'contactDue' | 'signDue' | 'objectionDue' | 'inspectionDue' | 'callbackDue';
