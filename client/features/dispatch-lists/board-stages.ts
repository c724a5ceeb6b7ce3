import type { WhistleState } from '#shared/dispatch/whistle-schema.ts';

/** The columns of the board from left to right; 挂账 stands with the work it interrupts. */
export const boardStages = [
  'drafted',
  'blown',
  'acknowledged',
  'onSite',
  'opinionsCollected',
  'planned',
  'executing',
  'completed',
  'fedBack',
  'cleared',
] as const satisfies readonly WhistleState[];
export type BoardStage = (typeof boardStages)[number];

/** The column a whistle stands in; null when it has left the board. */
export function stageOf(state: WhistleState): BoardStage | null {
  return state === 'onHold' ? 'executing' : (boardStages.find((stage) => stage === state) ?? null);
}
