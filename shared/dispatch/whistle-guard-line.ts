import type { WhistleRefusalCode } from './whistle-refusals.ts';
import type { WhistleState } from './whistle-schema.ts';
import { noWhistle, type ScriptedWhistleStep, takeWhistle, type WhistleStep, walkWhistle, wayToWhistle } from './whistle-walk.ts';

/** One line of a guard table: a whistle in this state, after these steps, answers this step like this. */
export type WhistleGuard = {
  what: string;
  /** null = no whistle yet */
  in: WhistleState | null;
  after?: readonly ScriptedWhistleStep[];
  step: WhistleStep;
  refusal: WhistleRefusalCode | 'ok';
};

/** What the lifecycle answers to a line of a guard table. */
export function guardAnswer({ in: state, after = [], step }: WhistleGuard): string {
  const walk = state === null ? noWhistle : walkWhistle([...wayToWhistle[state], ...after]);
  const { decision } = takeWhistle(walk, step);
  return decision.ok ? 'ok' : decision.refusal.code;
}
