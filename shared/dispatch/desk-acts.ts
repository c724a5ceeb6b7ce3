import { caseTransitions } from '../cases/cases-table.ts';
import { hasRole } from '../identity/actor-policy.ts';
import type { Actor, Role } from '../identity/identity-schema.ts';
import { whistleTransitions } from './whistle-table.ts';

/** What a desk has keys for, of cases and whistles alike, and whose it is by their tables; several rows at once are only answered. */
const rolesOf = {
  answer: [...caseTransitions.sign.roles, ...whistleTransitions.acknowledge.roles],
  object: [...caseTransitions.object.roles, ...whistleTransitions.object.roles],
  dispatch: caseTransitions.dispatch.roles,
  nextStep: [...caseTransitions.submitFeedback.roles, ...whistleTransitions.acknowledge.roles],
  contact: caseTransitions.contact.roles,
} satisfies Record<string, readonly Role[]>;
export type DeskAct = keyof typeof rolesOf;

/** Whether a post of the person may ever take the act, whatever stands in the list. */
export function mayEver(act: DeskAct, actor: Pick<Actor, 'posts'>): boolean {
  return hasRole(actor, ...rolesOf[act]);
}
