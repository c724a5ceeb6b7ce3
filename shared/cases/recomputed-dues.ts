import type { Due, Limit } from '../calendar/calendar-schema.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseEvent } from './cases-events.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { contactDueOf } from './contact-due.ts';
import { evolveCase } from './evolve-case.ts';
import { finishDueOf } from './finish-due.ts';
import { type RenewedRequests, type RequestDue, renewedRequests, requestDueOf, requestNames } from './request-dues.ts';
import { openLimits } from './running-limits.ts';

/** The due times of a case, each under its name. */
export const caseDues = ['acceptDue', 'finishDue', 'contactDue', 'signDue', 'objectionDue', 'inspectionDue', 'callbackDue'] as const;
export type CaseDue = (typeof caseDues)[number];

/** Payload of `DueRecomputed`; of a request only what is asked now, with a due time. */
export type RecomputedDues = Pick<CaseSnapshot, CaseDue> & RenewedRequests;

/**
 * The due times of a case under a new calendar, payload of `DueRecomputed`: those of limits that still run, and any that was provisional.
 * One whose limit is met stays, as it decides whether that was on time; so does one that came with an imported record.
 */
export function recomputedDues(snapshot: CaseSnapshot, due: DueOf): RecomputedDues {
  const { limits, finishClock } = snapshot;
  const open = new Set<CaseDue>(openLimits(snapshot).map((limit) => `${limit}Due` as const));
  if (snapshot.state === 'dispatched') open.add('objectionDue');
  const renewed = (name: CaseDue, compute: () => Due | null): Due | null => {
    const old = snapshot[name];
    if (old === null || (snapshot.imported && old.soonAt === undefined)) return old;
    return old.provisional || open.has(name) ? (compute() ?? old) : old;
  };
  const plain = (limit: Limit | undefined, from: Instant | null) => () => (limit === undefined || from === null ? null : due(limit, from));
  return {
    acceptDue: renewed('acceptDue', plain(limits?.accept, snapshot.reportedAt)),
    finishDue: renewed('finishDue', () => finishClock && finishDueOf(finishClock, due)),
    contactDue: renewed('contactDue', () => contactDueOf(snapshot, due)),
    signDue: renewed('signDue', plain(limits?.sign, snapshot.dispatchedAt)),
    objectionDue: renewed('objectionDue', plain(limits?.objection, snapshot.dispatchedAt)),
    inspectionDue: renewed('inspectionDue', plain(limits?.inspection, snapshot.feedbackAt)),
    callbackDue: renewed('callbackDue', plain(limits?.callback, snapshot.closedAt)),
    ...renewedRequests(snapshot, due),
  };
}

/** A due time that a new calendar moved. */
export type DueMove = { due: CaseDue | RequestDue; from: Due; to: Due };

/** What each `DueRecomputed` of a case's history moved, by the number of the event; oldest first, from the first event on. */
export function dueMoves(history: readonly CaseEvent[]): ReadonlyMap<number, DueMove[]> {
  const moves = new Map<number, DueMove[]>();
  let snapshot: CaseSnapshot | null = null;
  for (const event of history) {
    const before: CaseSnapshot | null = snapshot;
    snapshot = evolveCase(before, event);
    if (event.type !== 'DueRecomputed' || before === null) continue;
    const moved = [
      ...caseDues.flatMap((due) => moveOf(due, before[due], event.payload[due])),
      ...requestNames.flatMap((due) => moveOf(due, requestDueOf(before, due), event.payload[due])),
    ];
    moves.set(event.meta.seq, moved);
  }
  return moves;
}

function moveOf(due: DueMove['due'], from: Due | null, to: Due | null | undefined): DueMove[] {
  return from && to && (from.at !== to.at || from.provisional !== to.provisional) ? [{ due, from, to }] : [];
}

/** Which due times a recomputation changes, their reminders included. */
export function movedDues(before: CaseSnapshot, renewed: RecomputedDues): DueMove['due'][] {
  return [
    ...caseDues.filter((name) => differ(before[name], renewed[name])),
    ...requestNames.filter((name) => renewed[name] !== undefined && differ(requestDueOf(before, name), renewed[name])),
  ];
}

function differ(old: Due | null, next: Due | null): boolean {
  if (old === null || next === null) return old !== next;
  return old.at !== next.at || old.provisional !== next.provisional || old.halfAt !== next.halfAt || old.soonAt !== next.soonAt;
}
