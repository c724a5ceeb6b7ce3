import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { explainDue } from '#shared/calendar/deadline.ts';
import type { DueExplanation } from '#shared/calendar/due-steps.ts';
import type { WhistleClock } from '#shared/dispatch/whistle-clock.ts';
import { type DueReason, dueReasonOf } from '#shared/dispatch/whistle-due-reason.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';

/** Why the limit to watch ends when it does. The days come with it while counting them anew gives the time in force. */
export function explainWhistleDue(
  snapshot: WhistleSnapshot,
  { clock, calendar }: { clock: WhistleClock; calendar: WorkCalendar },
): { reason: DueReason | null; explanation: DueExplanation | null } {
  const reason = dueReasonOf(snapshot, clock);
  if (reason === null || !('limit' in reason) || clock.due === null) return { reason, explanation: null };
  const explanation = explainDue({ calendar, limit: reason.limit, from: reason.from });
  return { reason, explanation: explanation.due.at === clock.due.at ? explanation : null };
}
