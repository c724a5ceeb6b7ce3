import type { Role } from '../identity/identity-schema.ts';
import type { CaseContext } from './case-context.ts';
import { sampleActor, sampleCommand, T0 } from './case-samples.ts';
import { emptyWalk, take, type Walk, walkThrough, wayTo } from './case-walk.ts';
import type { CaseAction, CaseCommand } from './cases-actions.ts';
import type { CaseRefusalCode } from './cases-refusals.ts';
import type { CaseState } from './cases-schema.ts';

/** One line of a guard table: in this state, this action with this flaw is refused with this code. */
export type Guard = {
  what: string;
  state: CaseState | null;
  action: CaseAction;
  role: Role;
  /** changes of the good input that break the guard */
  input?: Record<string, unknown>;
  context?: Partial<CaseContext>;
  after?: readonly (readonly [CaseAction, Role])[];
  /** the second person with this role acts */
  second?: true;
  /** another street operator upholds the objection first */
  upheld?: true;
  now?: number;
  refusal: CaseRefusalCode | 'ok';
};

/** Changes a sample command in place; the change comes from a table, so its shape is known only there. */
export function change(command: CaseCommand, input: Record<string, unknown> = {}): CaseCommand {
  Object.assign(command.input, input);
  return command;
}

/** What the lifecycle answers to a line of a guard table. */
export function guardOutcome({ state, action, role, input, context, after = [], second, upheld, now = T0 }: Guard): string {
  let walk: Walk = state === null ? emptyWalk : walkThrough([...wayTo[state], ...after]);
  if (upheld) walk = walkThrough([{ action: 'upholdObjection', role: 'streetOperator', actor: sampleActor('streetOperator', 1) }], walk);
  const command = change(sampleCommand(action, { role, snapshot: walk.snapshot }), input);
  const actor = sampleActor(role, second ? 1 : 0);
  const { decision } = take(walk, { action, role, command, now, actor, ...(context ? { context } : {}) });
  return decision.ok ? 'ok' : decision.refusal.code;
}
