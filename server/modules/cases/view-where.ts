import type { Prisma } from '#server/platform/db.ts';
import type { CaseView } from '#shared/cases/case-queries.ts';
import { openStates } from '#shared/cases/cases-schema.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { todoWhere } from './todo-where.ts';

/** `dayStart`: the last local midnight where the asker belongs. */
export type Asker = { actor: Actor; now: Instant; dayStart: Instant };

const open: Prisma.CaseWhereInput = { state: { in: [...openStates] } };

/** The database filter of a named list; the count of a list uses this very filter. */
export function viewWhere(view: CaseView, { actor, now, dayStart }: Asker): Prisma.CaseWhereInput {
  const at = new Date(now);
  switch (view) {
    case 'todo':
      return todoWhere(actor, now);
    case 'overdue':
      return { clockDueAt: { lt: at } };
    case 'dueSoon':
      return { clockSoonAt: { lte: at }, clockDueAt: { gte: at } };
    case 'newToday':
      return { reportedAt: { gte: new Date(dayStart) } };
    case 'waitingAccept':
      return { state: { in: ['reported', 'verifying'] } };
    case 'waitingDispatch':
      return { state: { in: ['registered', 'objected'] } };
    case 'waitingSign':
      return { state: 'dispatched' };
    case 'inProgress':
      return { state: 'inProgress' };
    case 'holds':
      return { state: 'onHold' };
    case 'waitingInspection':
      return { state: 'feedback' };
    case 'waitingCallback':
      return { state: 'closed', clockLimit: 'callback' };
    case 'requests':
      return {
        AND: [open, { OR: [{ extensionAskedBy: { not: null } }, { holdAskedBy: { not: null } }, { voidAskedBy: { not: null } }] }],
      };
    case 'supervised':
      return { ...open, supervisedUntil: { not: null } };
    case 'duplicates':
      return { ...open, duplicateOfId: { not: null } };
    case 'unplaced':
      return { ...open, unitId: null };
    case 'provisional':
      return { ...open, provisional: true };
    case 'mine': {
      const me = actor.userId;
      return { OR: [{ reporterId: me }, { applicantId: me }, { firstDispatcherId: me }, { handlerIds: { has: me } }] };
    }
    case 'open':
      return open;
    case 'all':
      return {};
    default:
      return assertNever(view);
  }
}
