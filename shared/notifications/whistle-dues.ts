import type { Due } from '../calendar/calendar-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleMoment } from './whistle-notices.ts';

/** The unit an event of a whistle is about, or the lead unit. */
export function unitOfWhistle({ event, after }: WhistleMoment): DepartmentId {
  return 'unitId' in event.payload && event.payload.unitId ? event.payload.unitId : after.leadUnitId;
}

/** The moment the sentences about an event name: when a unit has to answer or means to come, or when the work is due. */
export function whistleNoticeDue({ event, after }: WhistleMoment): Instant | null {
  switch (event.type) {
    case 'WhistleBlown':
      return earliest(event.payload.summons.map(({ ackDue }) => ackDue));
    case 'UnitSummoned':
    case 'UnitObjectionOverruled':
      return event.payload.ackDue?.at ?? null;
    case 'UnitAcknowledged':
      return event.payload.eta;
    case 'OpinionsCollected':
      return event.payload.planDue?.at ?? null;
    case 'WhistleSupervised':
      return event.payload.until;
    case 'WhistleHeld':
      return after.nextReviewAt;
    default:
      return after.finishDue?.at ?? null;
  }
}

function earliest(dues: readonly (Due | null)[]): Instant | null {
  const times = dues.flatMap((due) => due?.at ?? []);
  return times.length === 0 ? null : Math.min(...times);
}
