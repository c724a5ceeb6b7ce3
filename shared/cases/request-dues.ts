import type { Due } from '../calendar/calendar-schema.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { CaseSnapshot } from './cases-schema.ts';

/** Until when a request is decided on, and the request in which it stands. */
const requests = { extensionDue: 'extensionAsked', holdDue: 'holdAsked', voidDue: 'voidAsked' } as const;
export type RequestDue = keyof typeof requests;
export const requestNames = Object.keys(requests) as readonly RequestDue[];

/** New due times of what is asked now. */
export type RenewedRequests = { [name in RequestDue]?: Due | undefined };

/** Until when the request is decided on; null when nothing is asked, or nothing with a due time. */
export const requestDueOf = (snapshot: CaseSnapshot, name: RequestDue): Due | null => snapshot[requests[name]]?.due ?? null;

/** The due times of requests under a new calendar: each within the limit that an objection has, from its asking on. */
export function renewedRequests(snapshot: CaseSnapshot, due: DueOf): RenewedRequests {
  const limit = snapshot.limits?.objection;
  const renewed: RenewedRequests = {};
  for (const name of requestNames) {
    const asked = snapshot[requests[name]];
    if (limit && asked?.due) renewed[name] = due(limit, asked.at);
  }
  return renewed;
}

/** What is asked, with its new due times. */
export function withRenewed({ extensionAsked, holdAsked, voidAsked }: CaseSnapshot, renewed: RenewedRequests): Partial<CaseSnapshot> {
  const { extensionDue, holdDue, voidDue } = renewed;
  return {
    ...(extensionAsked && extensionDue && { extensionAsked: { ...extensionAsked, due: extensionDue } }),
    ...(holdAsked && holdDue && { holdAsked: { ...holdAsked, due: holdDue } }),
    ...(voidAsked && voidDue && { voidAsked: { ...voidAsked, due: voidDue } }),
  };
}
