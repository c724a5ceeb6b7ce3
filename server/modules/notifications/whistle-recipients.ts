import type { Tx } from '#server/platform/db.ts';
import type { ScopeFacts } from '#shared/cases/cases-policy.ts';
import type { WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import { availableWhistleActions } from '#shared/dispatch/whistle-lifecycle.ts';
import { partiesOf, whistleScopeFacts } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UserId } from '#shared/kernel/ids.ts';
import { nobodyMay, type WhistleAudience, type WhistleMoment, whistleAsker, whistleRules } from '#shared/notifications/whistle-notices.ts';
import { pathsUp } from '#shared/territory/path.ts';
import { followersOf } from './follower-store.ts';
import type { People } from './people-at.ts';
import { type Able, ableOf, anyAble, nearestHolders, onePerson, peopleOfUnits, type Recipient } from './reach-people.ts';
import { eachOnce } from './write-notices.ts';

const both = ['departmentHandler', 'departmentLead'] as const;

/** A whistle as the scope of posts reads it: its parties as units, nobody's own. */
export function placeOfWhistle(snapshot: WhistleSnapshot): ScopeFacts {
  const { departmentIds, ...place } = whistleScopeFacts(snapshot);
  return { ...place, leadUnitId: null, supportUnitIds: departmentIds, reporterId: '' as UserId, applicantId: null };
}

type WhistleRule = ReturnType<typeof whistleRules>[number];
type Told = { rule: WhistleRule; recipient: Recipient };

/**
 * Who is told what of a moment: a task goes to those alone who may do its act then, up the chain where everybody near is barred; where
 * nobody at all may judge, the district is told to find somebody.
 */
export async function whistleTellings(tx: Tx, { moment, people, settings }: Asking & { settings: WhistleSettings }): Promise<Told[]> {
  const { event, after: snapshot } = moment;
  const now = event.meta.at;
  const rules = whistleRules(moment);
  const recipients = new Map<WhistleRule, Recipient[]>();
  const deaf = new Map<string, WhistleRule>();
  for (const rule of rules) {
    const { does } = rule;
    const able: Able = (actor) => does !== null && availableWhistleActions({ snapshot, actor, now, settings }).includes(does);
    const found = await whistleRecipients(tx, rule.to, { moment, people, ...(does && { able }) });
    recipients.set(rule, does === null ? found : await ableOf(people, found, able));
    const alarm = recipients.get(rule)?.length === 0 ? nobodyMay(rule) : null;
    if (does !== null && alarm) deaf.set(does, alarm);
  }
  // of two lines for one act it is enough that one finds somebody
  for (const [{ does }, found] of recipients) if (does !== null && found.length > 0) deaf.delete(does);
  for (const rule of deaf.values()) recipients.set(rule, await whistleRecipients(tx, rule.to, { moment, people }));
  return eachOnce([...recipients.keys()], {
    recipients: async (rule) => recipients.get(rule) ?? [],
    actorId: event.meta.actorId,
  });
}

type Asking = { moment: WhistleMoment; people: People; able?: Able };

/** The people an audience of a whistle means now. `able` = who may do what they are asked. */
async function whistleRecipients(tx: Tx, to: WhistleAudience, { moment, people, able }: Asking): Promise<Recipient[]> {
  const { event, after } = moment;
  const facts = placeOfWhistle(after);
  const parties = partiesOf(after).map(({ departmentId }) => departmentId);
  const units = (ids: readonly DepartmentId[]) => peopleOfUnits(people, ids, both);
  // one person who has left or is barred is stood in for
  const orNearest = async (own: Recipient[], roles: readonly Role[]) =>
    able === undefined || (await anyAble(people, own, able)) ? own : nearestHolders(people, roles, facts, able);
  switch (to) {
    case 'followers':
      return followersOf(tx, after.caseIds);
    case 'drafter':
      return orNearest(await onePerson(people, after.draftedById, facts), ['secretary', 'streetOperator']);
    case 'asker':
      return orNearest(await onePerson(people, whistleAsker(moment), facts), ['streetOperator']);
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
      return nearestHolders(people, [to], facts, able);
    case 'acceptor':
      return nearestHolders(people, ['secretary', 'gridWorker', 'inspector'], facts, able);
    case 'district': {
      const [district = facts.scopePath] = pathsUp(facts.scopePath);
      return nearestHolders(people, ['administrator'], { ...facts, scopePath: district });
    }
  }
}
