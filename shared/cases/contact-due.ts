import type { Due } from '../calendar/calendar-schema.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { limitsOf } from './limits.ts';

/**
 * The first-contact limit, counted from the registration. It stands still while the case is objected or on hold: a unit cannot call
 * about a matter that is not its own yet, or that nobody may work on. Null where none runs.
 */
export function contactDueOf({ limits, registeredAt, contactHolds }: CaseSnapshot, due: DueOf): Due | null {
  return limits === null || registeredAt === null ? null : due(limits.contact, registeredAt, { holds: contactHolds });
}

/** The same, after a stretch that began at `stoppedAt` and ends now; a contact that was made, or never owed, stays as it is. */
export function contactDueAfter(snapshot: CaseSnapshot, stoppedAt: Instant | null, context: CaseContext): Due | null {
  if (snapshot.contactDue === null || snapshot.contactedAt !== null || stoppedAt === null) return snapshot.contactDue;
  const contactHolds = [...snapshot.contactHolds, { from: stoppedAt, to: context.now }];
  return contactDueOf({ ...snapshot, limits: limitsOf(snapshot, context.category), contactHolds }, context.due) ?? snapshot.contactDue;
}
