import { hasRole } from '../identity/actor-policy.ts';
import { allow, refuse } from '../kernel/decision.ts';
import type { DepartmentId, UserId } from '../kernel/ids.ts';
import { postsActing } from './cases-policy.ts';
import type { CaseSnapshot } from './cases-schema.ts';
import { contactDueAfter } from './contact-due.ts';
import type { CaseDecision, DecideArgs } from './decide-intake.ts';
import { limitsOf } from './limits.ts';

/**
 * Row 6: exactly one lead, distinct supports. A duty dispatcher sends to community teams, the street operator to departments, with a team
 * as a support at most. The community gives its own teams the matters it calls its own; whoever sends to a team from above needs an item
 * of the duty list in force for it (社区职责清单, Art. 17), whatever side the team is on.
 */
export function decideDispatch({ snapshot, input, actor, context }: DecideArgs<'dispatch'>): CaseDecision {
  const ids = [input.leadUnitId, ...input.supportUnitIds];
  if (new Set(ids).size !== ids.length) return refuse('targetRepeated');
  const kinds = new Map(context.targets.map((target) => [target.departmentId, target.kind]));
  if (ids.some((id) => !kinds.has(id))) return refuse('targetUnknown');
  if (snapshot.objectedUnitIds.includes(input.leadUnitId)) return refuse('unitReleased');

  const acting = { posts: postsActing({ action: 'dispatch', actor, snapshot }) };
  const isTeam = (id: DepartmentId) => kinds.get(id) === 'communityTeam';
  const street = hasRole(acting, 'streetOperator') && !isTeam(input.leadUnitId);
  const community = hasRole(acting, 'dispatcher') && ids.every(isTeam);
  if (!street && !community) return refuse(hasRole(acting, 'dispatcher') ? 'targetNotCommunityTeam' : 'targetNotDepartment');
  if (ids.some(isTeam) && !context.category.communityDuty) return refuse('notCommunityDuty');
  const { dutyCode } = context.category;
  const listed = dutyCode !== null && context.dutyCodes.includes(dutyCode);
  const ownTeam = (id: DepartmentId) => {
    const path = context.targets.find(({ departmentId }) => departmentId === id)?.unitPath;
    return path !== undefined && acting.posts.some(({ unitPath }) => unitPath?.startsWith(path));
  };
  if (!listed && ids.some((id) => isTeam(id) && !ownTeam(id))) return refuse('notOnDutyList');

  const limits = limitsOf(snapshot, context.category);
  return allow({
    type: 'CaseDispatched',
    payload: {
      leadUnitId: input.leadUnitId,
      supportUnitIds: input.supportUnitIds,
      note: input.note,
      signDue: context.due(limits.sign, context.now),
      objectionDue: context.due(limits.objection, context.now),
    },
  });
}

/** Row 7. A late signature is still a signature: the clock shows it, nothing gets stuck. */
export function decideSign({ snapshot }: DecideArgs<'sign'>): CaseDecision {
  return allow({ type: 'CaseSigned', payload: { unitId: leadOf(snapshot) } });
}

/** Row 8. */
export function decideObject({ snapshot, input, context }: DecideArgs<'object'>): CaseDecision {
  const { reason, legalBasis } = input;
  const barredReviewerIds = barredFrom(snapshot, context.reviewerIds);
  return allow({ type: 'DispatchObjected', payload: { unitId: leadOf(snapshot), reason, legalBasis, barredReviewerIds } });
}

/**
 * Nobody rules on an own order, nor on one of a case they sent first. Where that would leave nobody (a street of two), the first
 * dispatcher may rule on the order of another.
 */
function barredFrom({ firstDispatcherId, dispatchedById }: CaseSnapshot, reviewerIds: readonly UserId[]): UserId[] {
  const sender = dispatchedById === null ? [] : [dispatchedById];
  const senders = firstDispatcherId === null || firstDispatcherId === dispatchedById ? sender : [...sender, firstDispatcherId];
  return reviewerIds.some((id) => !senders.includes(id)) ? senders : sender;
}

/** Row 9, the unit is right: the case waits for another dispatch. */
export function decideUphold({ snapshot, input, context }: DecideArgs<'upholdObjection'>): CaseDecision {
  const contactDue = contactDueAfter(snapshot, snapshot.objectedAt, context);
  return allow({ type: 'ObjectionUpheld', payload: { unitId: leadOf(snapshot), ruling: input.ruling, contactDue } });
}

/** Row 9, the unit leads to the end (首接负责制); its clock runs from the ruling. */
export function decideOverrule({ snapshot, input, context }: DecideArgs<'overruleObjection'>): CaseDecision {
  const limits = limitsOf(snapshot, context.category);
  return allow({
    type: 'ObjectionOverruled',
    payload: {
      unitId: leadOf(snapshot),
      ruling: input.ruling,
      signDue: context.due(limits.sign, context.now),
      finishDue: context.due(limits.finish, context.now),
      finishClock: { limit: limits.finish, from: context.now },
      contactDue: contactDueAfter(snapshot, snapshot.objectedAt, context),
    },
  });
}

function leadOf({ leadUnitId, id }: CaseSnapshot): DepartmentId {
  if (leadUnitId === null) throw new Error(`case ${id} was dispatched without a lead unit`);
  return leadUnitId;
}
