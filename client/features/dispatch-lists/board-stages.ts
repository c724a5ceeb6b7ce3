import type { SentAction } from '#shared/dispatch/whistle-actions.ts';
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

/** The steps a column stands for; a step that may lead there by the way, as excusing a unit, is no move of a card. */
export const stageSteps: Readonly<Record<BoardStage, readonly SentAction[]>> = {
  drafted: [],
  blown: ['approveBlow', 'blow'],
  acknowledged: ['acknowledge'],
  onSite: ['reportIn', 'confirmReportIn'],
  opinionsCollected: ['closeOpinions'],
  planned: ['approvePlan'],
  executing: ['start', 'rejectWork'],
  completed: ['complete'],
  fedBack: ['feedBack'],
  cleared: ['clear'],
};
