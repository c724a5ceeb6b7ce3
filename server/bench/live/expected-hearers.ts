import type { Town, TownCommunity, TownPerson } from '../world/town-plan.ts';
import type { WhistlePlan, WhistleStep } from './whistle-steps.ts';

/** Who must hear of a change of a case in a community: by the roles of lifecycles D9 written down anew, not by the product's function. */
export function hearersOfCase(
  town: Town,
  { community, led }: { community: TownCommunity; led: 'team' | 'department' | null },
): TownPerson[] {
  const { resident, dispatcher, secretary, gridWorker, streetOperator, callbackOfficer, teamHandler, handler, lead } = community.people;
  const units = led === 'team' ? [teamHandler] : led === 'department' ? [handler, lead] : [];
  return [resident, dispatcher, secretary, gridWorker, streetOperator, callbackOfficer, ...units, town.auditor, town.administrator];
}

/**
 * Who must hear of a change of a whistle: before it is blown the people of its place alone, then both units that are called and whoever
 * follows the case it is about.
 */
export function hearersOfWhistle(
  town: Town,
  { step, plan: { community, support, caseId } }: { step: WhistleStep; plan: WhistlePlan },
): TownPerson[] {
  const { resident, dispatcher, secretary, gridWorker, streetOperator, callbackOfficer, handler, lead } = community.people;
  // the secretary's blow waits for the street's word: until then it is a draft
  const blown = step !== 'draft' && step !== 'blow';
  const called = blown ? [handler, lead, support.people.handler, support.people.lead] : [];
  const followers = blown && caseId !== null ? [resident] : [];
  const place = [dispatcher, secretary, gridWorker, streetOperator, callbackOfficer, town.auditor, town.administrator];
  return [...place, ...called, ...followers];
}

/** A matter that a street's operator wrote down without a place: the street's own people, and every dispatcher below who could place it. */
export function hearersOfUnplaced(town: Town, street: TownCommunity['street']): TownPerson[] {
  const within = town.communities.filter((community) => community.street.id === street.id);
  const [first] = within;
  if (!first) throw new Error('a street without communities');
  const { streetOperator, callbackOfficer } = first.people;
  return [streetOperator, callbackOfficer, ...within.map(({ people }) => people.dispatcher), town.auditor, town.administrator];
}

/** Everybody of the town once: what concerns a place's name is told to all who are signed in. */
export function everybody(town: Town): TownPerson[] {
  const all = town.communities.flatMap(({ people }) => Object.values(people));
  return [...new Map([...all, town.auditor, town.administrator].map((person) => [person.username, person])).values()];
}
