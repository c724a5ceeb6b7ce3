import type { Due, Hold, Limit, WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { dueAt, explainDue } from '#shared/calendar/deadline.ts';
import type { DueExplanation } from '#shared/calendar/due-steps.ts';
import type { ClockLimit } from '#shared/cases/case-clock.ts';
import type { CaseCategory, CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { limitsOf } from '#shared/cases/limits.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** Why a due time is what it is. `matches` false: the calendar has changed since, or somebody else set it; the due time in force stands. */
export type CaseDueExplanation = { limit: ClockLimit; due: Due; explanation: DueExplanation | null; matches: boolean };

type Basis = { due: Due | null; limit: Limit; from: Instant | null; holds: readonly Hold[] };

/** Explains one due time of a case; null when that limit never started. Imported due times have no explanation, they came as they are. */
export function explainCaseDue(
  { snapshot, category, calendar }: { snapshot: CaseSnapshot; category: CaseCategory; calendar: WorkCalendar },
  limit: ClockLimit,
): CaseDueExplanation | null {
  const basis = basisOf(snapshot, { category, calendar, limit });
  if (basis.due === null) return null;
  if (basis.from === null || snapshot.imported) return { limit, due: basis.due, explanation: null, matches: true };
  const explanation = explainDue({ calendar, limit: basis.limit, from: basis.from, holds: basis.holds });
  return { limit, due: basis.due, explanation, matches: explanation.due.at === basis.due.at };
}

function basisOf(
  snapshot: CaseSnapshot,
  { category, calendar, limit }: { category: CaseCategory; calendar: WorkCalendar; limit: ClockLimit },
): Basis {
  const limits = limitsOf(snapshot, category);
  const plain = (due: Due | null, from: Instant | null): Basis => ({ due, limit: limits[limit], from, holds: [] });
  switch (limit) {
    case 'accept':
      return plain(snapshot.acceptDue, snapshot.reportedAt);
    case 'sign':
      return plain(snapshot.signDue, snapshot.dispatchedAt);
    case 'contact':
      return { ...plain(snapshot.contactDue, snapshot.registeredAt), holds: snapshot.contactHolds };
    case 'finish': {
      const { finishClock, finishDue } = snapshot;
      if (finishClock === null) return plain(finishDue, null);
      const { limit: base, from, holds, extension } = finishClock;
      if (extension === null) return { due: finishDue, limit: base, from, holds };
      // the extension is explained from the day on which the base limit ended
      return { due: finishDue, limit: extension, from: dueAt({ calendar, limit: base, from, holds }).at, holds };
    }
    case 'inspection':
      return plain(snapshot.inspectionDue, snapshot.feedbackAt);
    case 'callback':
      return plain(snapshot.callbackDue, snapshot.closedAt);
    default:
      return assertNever(limit);
  }
}
