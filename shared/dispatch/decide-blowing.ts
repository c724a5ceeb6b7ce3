import { covers, hasRole } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';
import { allow, type Decision, refuse } from '../kernel/decision.ts';
import type { WhistleAction, WhistleInput } from './whistle-actions.ts';
import type { WhistleContext } from './whistle-context.ts';
import type { NewWhistleEvent, WhistleEvent } from './whistle-events.ts';
import { limitsOfType } from './whistle-limits.ts';
import { whistlePostsActing } from './whistle-policy.ts';
import type { WhistleRefusalCode } from './whistle-refusals.ts';
import { activeUnits } from './whistle-requirements.ts';
import type { Side, WhistleSnapshot } from './whistle-schema.ts';
import { ordersClosed } from './whistle-supervision.ts';
import { whistleTransitions } from './whistle-table.ts';

/** What a decision on an existing whistle reads; role, scope, version, state and preconditions are already checked. */
export type DecideWhistleArgs<A extends WhistleAction> = {
  snapshot: WhistleSnapshot;
  input: WhistleInput<A>;
  actor: Actor;
  context: WhistleContext;
};
export type WhistleDecision = Decision<NewWhistleEvent, WhistleRefusalCode>;
export type WhistleRefused = Extract<WhistleDecision, { ok: false }>;

type Matter = WhistleInput<'draft'> | WhistleInput<'revise'>;
type Checked = { ok: true; matter: Extract<WhistleEvent, { type: 'WhistleRevised' }>['payload'] } | WhistleRefused;

/** One lead, distinct supports, all of them departments that serve the place; cases the person sees; a place in the person's own territory. */
function checkMatter(input: Matter, actor: Actor, { placed, targets, unknownCases }: WhistleContext): Checked {
  if (placed === null) return refuse('placeMissing');
  if (!covers(actor, placed.scopePath, ...whistleTransitions.draft.roles)) return refuse('placeNotYours');
  // the secretary leads the visit, the hearing and the feedback: a place above the communities has none
  if (placed.communityId === null) return refuse('communityMissing');
  if (unknownCases > 0) return refuse('casesUnknown', { count: unknownCases });
  const ids = [input.leadUnitId, ...input.supportUnitIds];
  if (new Set(ids).size !== ids.length) return refuse('targetRepeated');
  const kinds = new Map(targets.map((target) => [target.departmentId, target.kind]));
  if (ids.some((id) => !kinds.has(id))) return refuse('targetUnknown');
  if (ids.some((id) => kinds.get(id) !== 'department')) return refuse('targetNotDepartment');
  const { whistleType, title, reason, point, address, caseIds, leadUnitId, supportUnitIds, areaM2, persons } = input;
  const matter = { whistleType, title, reason, point, address, placed, caseIds, leadUnitId, supportUnitIds, areaM2, persons };
  return { ok: true, matter };
}

/** The draft: what it is about, why the community alone cannot, who shall come. */
export function decideDraft({ input, actor, context }: Omit<DecideWhistleArgs<'draft'>, 'snapshot'>): WhistleDecision {
  const checked = checkMatter(input, actor, context);
  if (!checked.ok) return checked;
  if (context.whistleNo === null) throw new Error('a draft needs a number');
  return allow({ type: 'WhistleDrafted', payload: { whistleId: input.whistleId, whistleNo: context.whistleNo, ...checked.matter } });
}

export function decideRevise({ input, actor, context }: DecideWhistleArgs<'revise'>): WhistleDecision {
  const checked = checkMatter(input, actor, context);
  return checked.ok ? allow({ type: 'WhistleRevised', payload: checked.matter }) : checked;
}

/** The call itself: every unit's own two clocks begin at this instant, and the whistle keeps the limits of now to its end. */
function blown(snapshot: WhistleSnapshot, { due, now, settings }: WhistleContext, approved: boolean): WhistleDecision {
  const limits = limitsOfType(settings.limits, snapshot.whistleType);
  const call = (unitId: WhistleSnapshot['leadUnitId'], side: Side) => ({
    ...{ unitId, side },
    ackDue: due(limits.acknowledge, now),
    reportInDue: due(limits.reportIn, now),
  });
  const summons = [call(snapshot.leadUnitId, 'lead'), ...snapshot.supportUnitIds.map((id) => call(id, 'support'))];
  return allow({ type: 'WhistleBlown', payload: { approved, summons, limits } });
}

/** A street blows by itself; a community asks its street first, unless an emergency or the district's setting says it need not. */
export function decideBlow({ snapshot, actor, context }: DecideWhistleArgs<'blow'>): WhistleDecision {
  const acting = { posts: whistlePostsActing('blow', actor, snapshot) };
  const limits = limitsOfType(context.settings.limits, snapshot.whistleType);
  const { approval } = limits;
  const direct = hasRole(acting, 'streetOperator') || approval === null || context.settings.streetApproval === 'direct';
  if (direct) return blown(snapshot, context, false);
  return allow({ type: 'BlowRequested', payload: { approvalDue: context.due(approval, context.now), limits } });
}

export function decideApproveBlow({ snapshot, context }: DecideWhistleArgs<'approveBlow'>): WhistleDecision {
  return blown(snapshot, context, true);
}

export function decideReturnBlow({ input }: DecideWhistleArgs<'returnBlow'>): WhistleDecision {
  return allow({ type: 'WhistleReturned', payload: { reason: input.reason } });
}

/** Withdrawn with a reason: by whoever may blow, as long as no work has begun. */
export function decideWithdraw({ input, snapshot }: DecideWhistleArgs<'withdraw'>): WhistleDecision {
  return allow<NewWhistleEvent>(...ordersClosed(activeUnits(snapshot), 'withdrawn'), {
    type: 'WhistleWithdrawn',
    payload: { reason: input.reason },
  });
}
