import { allow, refuse } from '../kernel/decision.ts';
import type { DecideWhistleArgs, WhistleDecision } from './decide-blowing.ts';
import { judgePair, pairedWork, pairRefusals, SAME_SPOT_M } from './judge-pair.ts';
import { ownUnit } from './own-unit.ts';
import type { NewWhistleEvent } from './whistle-events.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import { markGuard, taskOwners } from './whistle-preconditions.ts';
import type { WhistleRefusalCode } from './whistle-refusals.ts';
import { activeUnits, requirementsOf } from './whistle-requirements.ts';
import type { FiledPair } from './whistle-schema.ts';
import { ordersClosed } from './whistle-supervision.ts';

export function decideStart(): WhistleDecision {
  return allow({ type: 'WorkStarted', payload: {} });
}

/** A task done with its proof, or not done with the reason; once each, until an acceptance fails. */
export function decideCompleteTask({ input, snapshot, actor }: DecideWhistleArgs<'completeTask'>): WhistleDecision {
  const task = snapshot.plan?.tasks.find(({ id }) => id === input.taskId);
  if (!task) return refuse('taskUnknown');
  if (snapshot.results[task.id]) return refuse('taskDone');
  if (!taskOwners({ snapshot, actor }).includes(task.departmentId)) return refuse('taskNotYours');
  const { done, text, quantity, costFen, photoIds, documentIds } = input;
  if (done && task.proof === 'photo' && photoIds.length === 0) return refuse('proofMissing');
  if (done && task.proof === 'document' && documentIds.length === 0) return refuse('documentMissing');
  return allow({ type: 'TaskCompleted', payload: { taskId: task.id, result: { done, text, quantity, costFen }, photoIds, documentIds } });
}

/** 事不完、人不撤: a support goes when it owns no open task; the lead stays to the end. */
export function decideLeave({ input, ...args }: DecideWhistleArgs<'leave'>): WhistleDecision {
  const found = ownUnit('leave', args, input.unitId);
  return found.ok ? allow({ type: 'UnitLeft', payload: { unitId: input.unitId } }) : found;
}

/** All tasks are reported on (checked before); at least one photo of the end stands beside one of the beginning, taken from the same spot. */
export function decideComplete({ input, snapshot, context }: DecideWhistleArgs<'complete'>): WhistleDecision {
  if (input.pairs.length === 0) return refuse('pairMissing');
  const own = new Map(context.ownPhotos.map((photo) => [photo.id, photo]));
  const pairs: FiledPair[] = [];
  for (const [index, pair] of input.pairs.entries()) {
    const before = own.get(pair.beforeId);
    const after = own.get(pair.afterId);
    if (!before || !after || before === after) return refuse('pairInvalid');
    const { verdict, apartM } = judgePair({ before, after }, pairedWork(snapshot));
    if (verdict !== 'good') return refuse(pairRefusals[verdict], { row: index + 1, apart: apartM ?? 0, most: SAME_SPOT_M });
    pairs.push({ ...pair, apartM });
  }
  const verifyDue = context.due(whistleLimitsOf(snapshot).verify, context.now);
  return allow({ type: 'WorkCompleted', payload: { pairs, verifyDue } });
}

/** Accepted by somebody who did none of the work, with a photo. */
export function decideAcceptWork({ input }: DecideWhistleArgs<'acceptWork'>): WhistleDecision {
  if (input.photoIds.length === 0) return refuse('photoMissing');
  return allow({ type: 'WorkAccepted', payload: { note: input.note, photoIds: input.photoIds } });
}

/** Not accepted: the named tasks are done again; due is the later of the plan's end and the rework limit. */
export function decideRejectWork({ input, snapshot, context }: DecideWhistleArgs<'rejectWork'>): WhistleDecision {
  const { reason, taskIds, photoIds } = input;
  if (taskIds.some((id) => !snapshot.plan?.tasks.some((task) => task.id === id))) return refuse('taskUnknown');
  if (photoIds.length === 0) return refuse('photoMissing');
  const rework = context.due(whistleLimitsOf(snapshot).rework, context.now);
  const old = snapshot.finishDue;
  const finishDue = context.marked(old !== null && old.at > rework.at ? old : rework, context.now, []);
  return allow({ type: 'AcceptanceFailed', payload: { reason, taskIds, photoIds, finishDue } });
}

export function decideTellResult({ input, snapshot }: DecideWhistleArgs<'tellResult'>): WhistleDecision {
  const known = new Set(snapshot.households.map(({ id }) => id));
  if (input.householdIds.some((id) => !known.has(id))) return refuse('householdUnknown');
  return allow({ type: 'ResultTold', payload: { way: input.way, householdIds: input.householdIds } });
}

/** Accepted and told to every affected household (checked before). */
export function decideFeedBack({ input, snapshot, context }: DecideWhistleArgs<'feedBack'>): WhistleDecision {
  const clearDue = context.due(whistleLimitsOf(snapshot).clear, context.now);
  return allow({ type: 'ResultFedBack', payload: { result: input.result, clearDue } });
}

/** A household says whether it is solved, and may thank whoever did it; the last word counts. */
export function decideGiveVerdict({ input, snapshot }: DecideWhistleArgs<'giveVerdict'>): WhistleDecision {
  if (!snapshot.households.some(({ id }) => id === input.householdId)) return refuse('householdUnknown');
  const { householdId, solved, note, thanks } = input;
  return allow({ type: 'HouseholdAnswered', payload: { householdId, solved, note, ...(thanks && { thanks }) } });
}

/** Double assessment (Art. 33), first side: the blower marks each unit on arrival, work and result. */
export function decideRateUnit({ input, snapshot, actor }: DecideWhistleArgs<'rateUnit'>): WhistleDecision {
  const unit = activeUnits(snapshot).find(({ departmentId }) => departmentId === input.unitId);
  if (!unit) return refuse('unitUnknown');
  const refusal = markGuard(unit, actor);
  if (refusal !== null) return { ok: false, refusal };
  const { unitId, arrival, work, result, note } = input;
  return allow({ type: 'UnitRated', payload: { unitId, arrival, work, result, note } });
}

/** Double assessment, second side: each unit marks the whistle on justification and information. */
export function decideRateWhistle({ input, ...args }: DecideWhistleArgs<'rateWhistle'>): WhistleDecision {
  const found = ownUnit('rateWhistle', args, input.unitId);
  if (!found.ok) return found;
  const { unitId, justification, information, note } = input;
  return allow({ type: 'WhistleRated', payload: { unitId, justification, information, note } });
}

/** 销账: work done, shown to the residents, rated both ways. Over a unit that stays silent past the clearing limit (checked before), or a household whose last word is no, or a 督办 nobody settled, with a reason. */
export function decideClear({ input, snapshot, context }: DecideWhistleArgs<'clear'>): WhistleDecision {
  const open = requirementsOf('clear', snapshot, context.settings).filter(({ ok }) => !ok);
  const [first] = open;
  if (first && input.overReason === '') return refuse(first.code, { have: first.have, need: first.need });
  const ofUnits = (piece: WhistleRefusalCode) => open.flatMap(({ code, departmentId }) => (code === piece && departmentId) || []);
  const closed = ordersClosed(activeUnits(snapshot), 'cleared');
  const overReason = first ? input.overReason : '';
  return allow<NewWhistleEvent>(...closed, { type: 'WhistleCleared', payload: { unrated: ofUnits('whistleUnrated'), overReason } });
}
