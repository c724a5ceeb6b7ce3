import type { Actor, Role } from '../identity/identity-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseContext } from './case-context.ts';
import { applicant, sampleActor, sampleCommand, sampleContext, T0 } from './case-samples.ts';
import type { CaseAction, CaseCommand } from './cases-actions.ts';
import type { CaseEvent } from './cases-events.ts';
import { decideCase } from './cases-lifecycle.ts';
import type { CaseSnapshot, CaseState } from './cases-schema.ts';
import type { CaseDecision } from './decide-intake.ts';
import { evolveCase } from './evolve-case.ts';

/** A case under test: its events so far and the fold of them. */
export type Walk = { snapshot: CaseSnapshot | null; events: CaseEvent[] };
export const emptyWalk: Walk = { snapshot: null, events: [] };

type Step = { action: CaseAction; role: Role; actor?: Actor; now?: Instant; context?: Partial<CaseContext>; command?: CaseCommand };

/** Takes one step; a refused one leaves the walk as it was. */
export function take(walk: Walk, { action, role, now = T0, context, ...step }: Step): { walk: Walk; decision: CaseDecision } {
  const actor = step.actor ?? sampleActor(role);
  const command = step.command ?? sampleCommand(action, { role, snapshot: walk.snapshot, now });
  const decision = decideCase({ snapshot: walk.snapshot, command, actor, context: sampleContext({ ...context, now }) });
  if (!decision.ok) return { walk, decision };
  let { snapshot } = walk;
  const events = [...walk.events];
  for (const event of decision.events) {
    const stored: CaseEvent = { ...event, meta: { seq: (snapshot?.version ?? 0) + 1, at: now, actorId: actor.userId, v: 1 } };
    snapshot = evolveCase(snapshot, stored);
    events.push(stored);
  }
  return { walk: { snapshot, events }, decision };
}

type ScriptStep = readonly [CaseAction, Role] | Step;

/** Takes every step or throws with the refusal. */
export function walkThrough(steps: readonly ScriptStep[], from: Walk = emptyWalk): { snapshot: CaseSnapshot; events: CaseEvent[] } {
  let walk = from;
  for (const step of steps) {
    const next = take(walk, 'action' in step ? step : { action: step[0], role: step[1] });
    if (!next.decision.ok) throw new Error(`${JSON.stringify(step)} refused: ${next.decision.refusal.code}`);
    walk = next.walk;
  }
  if (walk.snapshot === null) throw new Error('the walk has no steps');
  return { snapshot: walk.snapshot, events: walk.events };
}

const toRegistered: readonly ScriptStep[] = [
  ['submit', 'resident'],
  ['register', 'dispatcher'],
];
const toDispatched: readonly ScriptStep[] = [...toRegistered, ['dispatch', 'streetOperator']];
const toInProgress: readonly ScriptStep[] = [...toDispatched, ['sign', 'departmentHandler']];
const toFeedback: readonly ScriptStep[] = [
  ...toInProgress,
  ['recordSupportResult', 'departmentHandler'],
  ['submitFeedback', 'departmentHandler'],
];
const toClosed: readonly ScriptStep[] = [...toFeedback, ['inspectPass', 'inspector']];

/** The ordinary way to each state, as a resident's report handled by a department with one support. */
export const wayTo: Readonly<Record<CaseState, readonly ScriptStep[]>> = {
  reported: [['submit', 'resident']],
  verifying: [
    ['submit', 'resident'],
    ['requestVerification', 'dispatcher'],
  ],
  declined: [
    ['submit', 'resident'],
    ['decline', 'dispatcher'],
  ],
  diverted: [
    ['submit', 'resident'],
    ['divert', 'dispatcher'],
  ],
  registered: toRegistered,
  dispatched: toDispatched,
  objected: [...toDispatched, ['object', 'departmentLead']],
  inProgress: toInProgress,
  onHold: [...toInProgress, ['requestHold', 'departmentLead'], ['approveHold', 'secretary']],
  feedback: toFeedback,
  closed: toClosed,
  reviewed: [...toClosed, { action: 'recordCallback', role: 'resident', actor: applicant }],
  void: [...toRegistered, ['requestVoid', 'dispatcher'], ['approveVoid', 'secretary']],
};

/** A case in the given state, reached by its ordinary way. */
export function caseIn(state: CaseState): CaseSnapshot {
  return walkThrough(wayTo[state]).snapshot;
}
