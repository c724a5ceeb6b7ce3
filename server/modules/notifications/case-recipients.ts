import type { Tx } from '#server/platform/db.ts';
import { scopeFacts } from '#shared/cases/cases-policy.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import { askerOf, type CaseMoment } from '#shared/notifications/case-notices.ts';
import type { Audience } from '#shared/notifications/notice-rules.ts';
import { followersOf } from './follower-store.ts';
import type { People } from './people-at.ts';
import { type Able, anyAble, nearestHolders, onePerson, peopleOfUnits, type Recipient } from './reach-people.ts';

/** Roles that hear what is meant for one: where nobody holds the first, the next stands in. */
const rolesOf = {
  dispatcher: ['dispatcher'],
  gridWorker: ['gridWorker', 'secretary'],
  secretary: ['secretary'],
  streetOperator: ['streetOperator'],
  inspector: ['inspector', 'gridWorker'],
  callbackOfficer: ['callbackOfficer'],
} as const satisfies Partial<Record<Audience, readonly Role[]>>;

/** The people an audience means now: by posts in force, never by a list of names. `able` = who may do what they are asked. */
export async function caseRecipients(
  tx: Tx,
  to: Audience,
  { moment, people, able }: { moment: CaseMoment; people: People; able?: Able | undefined },
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
    case 'supervisor': {
      const issuer = await onePerson(people, after.supervision?.byId ?? null, facts);
      if (able === undefined || (await anyAble(people, issuer, able))) return issuer;
      // who issued it has left, or the case has come to a unit of their own: then the street judges the reply
      const street = await nearestHolders(people, ['streetOperator'], facts, able);
      return (await anyAble(people, street, able)) ? street : issuer;
    }
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
      return nearestHolders(people, rolesOf[to], facts, able);
  }
}
