import { T0 } from '../cases/case-samples.ts';
import type { Actor } from '../identity/identity-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleDecision } from './decide-blowing.ts';
import { evolveWhistle } from './evolve-whistle.ts';
import type { WhistleAction, WhistleCommand } from './whistle-actions.ts';
import type { WhistleContext } from './whistle-context.ts';
import { WHISTLE_EVENT_VERSION, type WhistleEvent } from './whistle-events.ts';
import { decideWhistle } from './whistle-lifecycle.ts';
import { sampleWhistleCommand, sampleWhistleContext, type WhistleHat, whistleActor } from './whistle-samples.ts';
import type { WhistleSnapshot, WhistleState } from './whistle-schema.ts';

/** A whistle under test: its events so far and the fold of them. */
export type WhistleWalk = { snapshot: WhistleSnapshot | null; events: WhistleEvent[] };
export const noWhistle: WhistleWalk = { snapshot: null, events: [] };

export type WhistleStep = {
  action: WhistleAction;
  hat: WhistleHat;
  actor?: Actor;
  now?: Instant;
  /** the unit a step is about, where it is not the hat's own or the first that needs it */
  unit?: DepartmentId;
  /** changes of the good input */
  input?: Record<string, unknown>;
  context?: Partial<WhistleContext>;
  command?: WhistleCommand;
};
export type ScriptedWhistleStep = readonly [WhistleAction, WhistleHat] | WhistleStep;

/** Takes one step; a refused one leaves the walk as it was. */
export function takeWhistle(walk: WhistleWalk, scripted: ScriptedWhistleStep): { walk: WhistleWalk; decision: WhistleDecision } {
  const step: WhistleStep = 'action' in scripted ? scripted : { action: scripted[0], hat: scripted[1] };
  const { action, hat, now = T0, context, unit, input = {} } = step;
  const actor = step.actor ?? whistleActor(hat);
  const sample = sampleWhistleCommand(action, { hat, snapshot: walk.snapshot, now, ...(unit ? { unit } : {}) });
  const command = step.command ?? sample;
  Object.assign(command.input, input);
  const decision = decideWhistle({ snapshot: walk.snapshot, command, actor, context: sampleWhistleContext({ ...context, now }) });
  if (!decision.ok) return { walk, decision };
  let { snapshot } = walk;
  const events = [...walk.events];
  for (const event of decision.events) {
    const meta = { seq: (snapshot?.version ?? 0) + 1, at: now, actorId: actor.userId, v: WHISTLE_EVENT_VERSION };
    const stored: WhistleEvent = { ...event, meta };
    snapshot = evolveWhistle(snapshot, stored);
    events.push(stored);
  }
  return { walk: { snapshot, events }, decision };
}

/** Takes every step or throws with the refusal. */
export function walkWhistle(steps: readonly ScriptedWhistleStep[], from: WhistleWalk = noWhistle) {
  let walk = from;
  for (const step of steps) {
    const next = takeWhistle(walk, step);
    if (!next.decision.ok) throw new Error(`${JSON.stringify(step)} refused: ${next.decision.refusal.code}`);
    walk = next.walk;
  }
  if (walk.snapshot === null) throw new Error('the walk has no steps');
  return { snapshot: walk.snapshot, events: walk.events };
}

const toDrafted: readonly ScriptedWhistleStep[] = [['draft', 'secretary']];
const toBlown: readonly ScriptedWhistleStep[] = [...toDrafted, ['blow', 'secretary'], ['approveBlow', 'streetOperator']];
const toAcknowledged: readonly ScriptedWhistleStep[] = [...toBlown, ['acknowledge', 'leadHandler'], ['acknowledge', 'supportHandler']];
const toOnSite: readonly ScriptedWhistleStep[] = [...toAcknowledged, ['reportIn', 'leadHandler'], ['reportIn', 'supportHandler']];
const toOpinionsCollected: readonly ScriptedWhistleStep[] = [
  ...toOnSite,
  ['recordVisit', 'secretary'],
  ['listHouseholds', 'gridWorker'],
  ['addOpinion', 'gridWorker'],
  ['closeOpinions', 'secretary'],
];
const toPlanned: readonly ScriptedWhistleStep[] = [
  ...toOpinionsCollected,
  ['proposePlan', 'leadHandler'],
  ['agreePlan', 'supportHandler'],
  ['approvePlan', 'secretary'],
];
const toExecuting: readonly ScriptedWhistleStep[] = [...toPlanned, ['start', 'leadHandler']];
const toCompleted: readonly ScriptedWhistleStep[] = [
  ...toExecuting,
  ['completeTask', 'leadHandler'],
  ['completeTask', 'supportHandler'],
  ['completeTask', 'gridWorker'],
  ['complete', 'leadHandler'],
];
const toFedBack: readonly ScriptedWhistleStep[] = [
  ...toCompleted,
  ['acceptWork', 'inspector'],
  ['tellResult', 'gridWorker'],
  ['feedBack', 'secretary'],
];
const toRated: readonly ScriptedWhistleStep[] = [
  ...toFedBack,
  ['rateUnit', 'secretary'],
  ['rateUnit', 'secretary'],
  ['rateWhistle', 'leadHead'],
  ['rateWhistle', 'supportHead'],
];

/** The ordinary way to each state: blown by a community with the street's word, two units, one task each and one of the community. */
export const wayToWhistle: Readonly<Record<WhistleState, readonly ScriptedWhistleStep[]>> = {
  drafted: toDrafted,
  blown: toBlown,
  acknowledged: toAcknowledged,
  onSite: toOnSite,
  opinionsCollected: toOpinionsCollected,
  planned: toPlanned,
  executing: toExecuting,
  onHold: [...toExecuting, ['requestHold', 'leadHead'], ['approveHold', 'streetOperator']],
  completed: toCompleted,
  fedBack: toFedBack,
  cleared: [...toRated, ['clear', 'streetOperator']],
  withdrawn: [...toDrafted, ['withdraw', 'secretary']],
  void: [...toBlown, ['requestVoid', 'secretary'], ['approveVoid', 'streetOperator']],
};

/** A whistle in the given state, reached by its ordinary way. */
export function whistleIn(state: WhistleState): WhistleWalk & { snapshot: WhistleSnapshot } {
  return walkWhistle(wayToWhistle[state]);
}
