import type { Tx } from '#server/platform/db.ts';
import type { ScopeFacts } from '#shared/cases/cases-policy.ts';
import { partiesOf, whistleScopeFacts } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { DepartmentId, UserId } from '#shared/kernel/ids.ts';
import { type WhistleAudience, type WhistleMoment, whistleAsker } from '#shared/notifications/whistle-notices.ts';
import { followersOf } from './follower-store.ts';
import type { People } from './people-at.ts';
import { nearestHolders, onePerson, peopleOfUnits, type Recipient } from './reach-people.ts';

const both = ['departmentHandler', 'departmentLead'] as const;

/** A whistle as the scope of posts reads it: its parties as units, nobody's own. */
export function placeOfWhistle(snapshot: WhistleSnapshot): ScopeFacts {
  const { departmentIds, ...place } = whistleScopeFacts(snapshot);
  return { ...place, leadUnitId: null, supportUnitIds: departmentIds, reporterId: '' as UserId, applicantId: null };
}

/** The people an audience of a whistle means now. */
export async function whistleRecipients(
  tx: Tx,
  to: WhistleAudience,
  { moment, people }: { moment: WhistleMoment; people: People },
): Promise<Recipient[]> {
  const { event, after } = moment;
  const facts = placeOfWhistle(after);
  const parties = partiesOf(after).map(({ departmentId }) => departmentId);
  const units = (ids: readonly DepartmentId[]) => peopleOfUnits(people, ids, both);
  switch (to) {
    case 'followers':
      return followersOf(tx, after.caseIds);
    case 'drafter':
      return onePerson(people, after.draftedById, facts);
    case 'asker':
      return onePerson(people, whistleAsker(moment), facts);
    case 'units':
      return units(parties);
    case 'called':
      return units(event.type === 'WhistleBlown' ? event.payload.summons.map(({ unitId }) => unitId) : []);
    case 'named':
      return units('unitId' in event.payload && event.payload.unitId ? [event.payload.unitId] : []);
    case 'lead':
      return peopleOfUnits(people, [after.leadUnitId], ['departmentHandler']);
    case 'supports':
      return units(parties.filter((id) => id !== after.leadUnitId));
    case 'secretary':
    case 'streetOperator':
      return nearestHolders(people, [to], facts);
  }
}
