import type { Tx } from '#server/platform/db.ts';
import { scopeFacts } from '#shared/cases/cases-policy.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import { askerOf, type CaseMoment } from '#shared/notifications/case-notices.ts';
import type { Audience } from '#shared/notifications/notice-rules.ts';
import { followersOf } from './follower-store.ts';
import type { People } from './people-at.ts';
import { nearestHolders, onePerson, peopleOfUnits, type Recipient } from './reach-people.ts';

/** Roles that hear what is meant for one: where nobody holds the first, the next stands in. */
const rolesOf = {
  dispatcher: ['dispatcher'],
  gridWorker: ['gridWorker', 'secretary'],
  secretary: ['secretary'],
  streetOperator: ['streetOperator'],
  inspector: ['inspector', 'gridWorker'],
  callbackOfficer: ['callbackOfficer'],
} as const satisfies Partial<Record<Audience, readonly Role[]>>;

/** The people an audience means now: by posts in force, never by a list of names. */
export async function caseRecipients(
  tx: Tx,
  to: Audience,
  { moment, people }: { moment: CaseMoment; people: People },
): Promise<Recipient[]> {
  const { event, after } = moment;
  const facts = scopeFacts(after);
  const lead = after.leadUnitId === null ? [] : [after.leadUnitId];
  const supports = after.supportUnits.map(({ departmentId }) => departmentId);
  const named = 'unitId' in event.payload && event.payload.unitId ? [event.payload.unitId] : [];
  const of = (ids: readonly DepartmentId[], ...roles: Role[]) => peopleOfUnits(people, ids, roles);
  switch (to) {
    case 'followers':
      return followersOf(tx, [after.id]);
    case 'applicant':
      return after.applicantId === null ? [] : [{ userId: after.applicantId, via: null }];
    case 'reporter':
      return after.reporterId === after.applicantId ? [] : [{ userId: after.reporterId, via: null }];
    case 'asker':
      return onePerson(people, askerOf(moment), facts);
    case 'supervisor':
      return onePerson(people, after.supervision?.byId ?? null, facts);
    case 'leadHandlers':
      return of(lead, 'departmentHandler');
    case 'leadUnit':
      return of(lead, 'departmentHandler', 'departmentLead');
    case 'supportHandlers':
      return of(supports, 'departmentHandler');
    case 'supportUnits':
      return of(supports, 'departmentHandler', 'departmentLead');
    case 'namedHandlers':
      return of(named, 'departmentHandler');
    case 'namedUnit':
      return of(named, 'departmentHandler', 'departmentLead');
    default:
      return nearestHolders(people, rolesOf[to], facts);
  }
}
