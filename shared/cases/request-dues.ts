import type { Due } from '../calendar/calendar-schema.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseSnapshot, Supervision } from './cases-schema.ts';
import { openSupervision } from './supervision.ts';

/** Due times of what waits for somebody's decision: a request, or the reply to a supervision. */
export const requestNames = ['extensionDue', 'holdDue', 'voidDue', 'judgingDue'] as const;
export type RequestDue = (typeof requestNames)[number];

/** New due times of what is asked now. */
export type RenewedRequests = { [name in RequestDue]?: Due | undefined };

type Asked = { at: Instant; due?: Due | undefined };

function askedUnder(snapshot: CaseSnapshot, name: RequestDue): Asked | null {
  switch (name) {
    case 'extensionDue':
      return snapshot.extensionAsked;
    case 'holdDue':
      return snapshot.holdAsked;
    case 'voidDue':
      return snapshot.voidAsked;
    case 'judgingDue':
      return openSupervision(snapshot)?.reply ?? null;
  }
}

/** Until when the request is decided on; null when nothing is asked, or nothing with a due time. */
export const requestDueOf = (snapshot: CaseSnapshot, name: RequestDue): Due | null => askedUnder(snapshot, name)?.due ?? null;

/** Whether a reply waits that an earlier version took without a limit for its judgement. */
export function judgedWithoutLimit(snapshot: CaseSnapshot): boolean {
  const reply = askedUnder(snapshot, 'judgingDue');
  return reply !== null && reply.due === undefined;
}

/**
 * The due times of requests under a new calendar: each within the limit that an objection has, from its asking on. A request of an earlier
 * version has none and gets none; a reply does.
 */
export function renewedRequests(snapshot: CaseSnapshot, due: DueOf): RenewedRequests {
  const limit = snapshot.limits?.objection;
  const renewed: RenewedRequests = {};
  for (const name of requestNames) {
    const asked = askedUnder(snapshot, name);
    if (limit && asked && (asked.due || name === 'judgingDue')) renewed[name] = due(limit, asked.at);
  }
  return renewed;
}

/** What is asked, with its new due times. */
export function withRenewed(
  { extensionAsked, holdAsked, voidAsked, supervision }: CaseSnapshot,
  renewed: RenewedRequests,
): Partial<CaseSnapshot> {
  const { extensionDue, holdDue, voidDue, judgingDue } = renewed;
  return {
    ...(extensionAsked && extensionDue && { extensionAsked: { ...extensionAsked, due: extensionDue } }),
    ...(holdAsked && holdDue && { holdAsked: { ...holdAsked, due: holdDue } }),
    ...(voidAsked && voidDue && { voidAsked: { ...voidAsked, due: voidDue } }),
    ...(supervision?.reply && judgingDue && { supervision: judgedBy(supervision, judgingDue) }),
  };
}

function judgedBy(supervision: Supervision, due: Due): Supervision {
  return { ...supervision, reply: supervision.reply && { ...supervision.reply, due } };
}
