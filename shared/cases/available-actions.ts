import type { Actor } from '../identity/identity-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseSettings } from './case-settings.ts';
import { type CaseAction, caseActions } from './cases-actions.ts';
import { mayAct } from './cases-policy.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { allowedInState } from './cases-table.ts';
import { precondition } from './preconditions.ts';

type Available = { snapshot: CaseSnapshot; actor: Actor; now: Instant; settings: CaseSettings };

/** The actions a page draws as buttons: role, scope, state and everything that needs no input allow them. In table order. */
export function availableActions({ snapshot, actor, now, settings }: Available): CaseAction[] {
  return caseActions.filter(
    (action) =>
      action !== 'submit' &&
      allowedInState(action, snapshot.state) &&
      mayAct({ action, actor, snapshot }) === null &&
      precondition(action, { snapshot, actor, now, settings }) === null,
  );
}
