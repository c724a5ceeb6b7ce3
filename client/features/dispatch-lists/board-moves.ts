import type * as z from 'zod/mini';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import { whistleTransitions } from '#shared/dispatch/whistle-table.ts';
import { type BoardStage, stageOf, stageSteps } from './board-stages.ts';
import type { WhistleLine } from './whistle-types.ts';

type Order = z.infer<typeof whistleCommand>;
type Card = Pick<WhistleLine, 'id' | 'version' | 'state' | 'allowedActions' | 'asked'>;
/** What becomes of a card put on a column. */
export type BoardMove =
  | { kind: 'move'; action: SentAction; command: Order }
  | { kind: 'here' }
  /** `notAllowed`: the step exists, but not for this person, or something is missing */
  | { kind: 'needsInput' | 'notAllowed'; action: SentAction }
  | { kind: 'noWay' };

/**
 * A card moves only where a step of the column, allowed to this person now and asking for nothing further, leads. From where a step leads,
 * what it asks for and whether it is allowed are read from the lifecycle's table, the schemas of the steps and the server's answer.
 */
export function boardMove(card: Card, { stage, requestId }: { stage: BoardStage; requestId: string }): BoardMove {
  if (stageOf(card.state) === stage) return { kind: 'here' };
  const leading = stageSteps[stage].filter((action) => leadsTo(card, { action, stage }));
  const allowed = leading.filter((action) => card.allowedActions.includes(action));
  const complete = allowed.flatMap((action) => {
    const read = whistleCommand.safeParse({ action, input: { whistleId: card.id, expectedVersion: card.version, requestId } });
    return read.success ? [{ kind: 'move' as const, action, command: read.data }] : [];
  });
  const [only, second] = complete;
  if (only && !second) return only;
  const [named] = complete.length > 0 ? complete.map(({ action }) => action) : allowed;
  if (named) return { kind: 'needsInput', action: named };
  const [missing] = leading;
  return missing ? { kind: 'notAllowed', action: missing } : { kind: 'noWay' };
}

function leadsTo({ state, asked }: Card, { action, stage }: { action: SentAction; stage: BoardStage }): boolean {
  const { from, to } = whistleTransitions[action];
  if (from === 'none' || to === 'same' || !from.includes(state) || !to.includes(stage)) return false;
  // what was asked for already waits for its answer, not for being asked again
  return !(action === 'blow' && asked.includes('blow'));
}
