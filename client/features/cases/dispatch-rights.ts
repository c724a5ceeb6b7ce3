import { postsActing } from '#shared/cases/cases-policy.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { SuggestedUnit } from './case-types.ts';

type Question = { actor: Actor; snapshot: CaseSnapshot /** the matter is on the community's duty list */; communityDuty: boolean };

/**
 * Whether this person may make the unit the lead of the case (lifecycles D1, row 6): the community sends to its own teams, the street to
 * departments. A hint for the page; the server decides.
 */
export function mayLead(unit: Pick<SuggestedUnit, 'kind' | 'released'>, { actor, snapshot, communityDuty }: Question): boolean {
  if (unit.released) return false;
  const roles = postsActing({ action: 'dispatch', actor, snapshot }).map((post) => post.role);
  return unit.kind === 'communityTeam' ? communityDuty && roles.includes('dispatcher') : roles.includes('streetOperator');
}
