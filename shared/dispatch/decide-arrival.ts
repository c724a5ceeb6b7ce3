import { hasRole } from '../identity/actor-policy.ts';
import { allow, refuse } from '../kernel/decision.ts';
import { MINUTE } from '../kernel/durations.ts';
import { isBeyond } from '../kernel/horizon.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { CasePoint } from '../kernel/place.ts';
import type { DecideWhistleArgs, WhistleDecision, WhistleRefused } from './decide-blowing.ts';
import { evolveWhistle } from './evolve-whistle.ts';
import { judgeArrival } from './judge-arrival.ts';
import { type FoundUnit, ownUnit } from './own-unit.ts';
import { HOUSEHOLDS_MAX } from './whistle-actions.ts';
import type { WhistleContext } from './whistle-context.ts';
import { type NewWhistleEvent, WHISTLE_EVENT_VERSION } from './whistle-events.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import { confirmGuard, excuseGuard, rulingGuard } from './whistle-preconditions.ts';
import { activeUnits } from './whistle-requirements.ts';
import type { opinionWays, Side, SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';
import { ordersClosed } from './whistle-supervision.ts';

type Args = Pick<DecideWhistleArgs<'draft'>, 'actor' | 'context'> & { snapshot: WhistleSnapshot };

/** The whistle as these events leave it; who acts makes no difference to what is asked of it here. */
function after({ snapshot, actor, context }: Args, events: readonly NewWhistleEvent[]): WhistleSnapshot {
  return events.reduce<WhistleSnapshot>(
    (state, event) =>
      evolveWhistle(state, {
        ...event,
        meta: { seq: state.version + 1, at: context.now, actorId: actor.userId, v: WHISTLE_EVENT_VERSION },
      }),
    snapshot,
  );
}

/** Events of single units, followed by the stages they complete: all have answered; all are there. */
function withStages(args: Args, ...events: NewWhistleEvent[]): WhistleDecision {
  const { context } = args;
  let state = after(args, events);
  const stages: NewWhistleEvent[] = [];
  const reach = (event: NewWhistleEvent) => {
    stages.push(event);
    state = after({ ...args, snapshot: state }, [event]);
  };
  const settled = (unit: SummonedUnit) => unit.status === 'acknowledged' || unit.status === 'left';
  if (state.state === 'blown' && activeUnits(state).every(settled)) reach({ type: 'WhistleAcknowledged', payload: {} });
  if (state.state === 'acknowledged' && activeUnits(state).every((unit) => settled(unit) && unit.arrival !== null)) {
    const opinionsDue = context.due(whistleLimitsOf(state).opinions, context.now);
    reach({ type: 'WhistleOnSite', payload: { opinionsDue } });
  }
  return allow(...events, ...stages);
}

function anyUnit({ units }: WhistleSnapshot, unitId: DepartmentId): SummonedUnit | undefined {
  return units.find(({ departmentId, status }) => departmentId === unitId && status !== 'released');
}

/** The unit names who comes and when. A late answer is still an answer: its clock shows it. */
export function decideAcknowledge({ input, ...args }: DecideWhistleArgs<'acknowledge'>): WhistleDecision {
  const found = ownUnit('acknowledge', args, input.unitId);
  if (!found.ok) return found;
  if (input.eta < args.context.now) return refuse('etaInPast');
  if (isBeyond(input.eta, args.context.now, 1)) return refuse('dateTooFar', { years: 1 });
  const { unitId, person, phone, eta } = input;
  return withStages(args, { type: 'UnitAcknowledged', payload: { unitId, person, phone, eta } });
}

/** A reasoned objection within the limit, once per unit; the street rules on it within its own limit. */
export function decideObjectWhistle({ input, ...args }: DecideWhistleArgs<'object'>): WhistleDecision {
  const found = ownUnit('object', args, input.unitId);
  if (!found.ok) return found;
  const { unitId, reason, legalBasis } = input;
  const { context, snapshot } = args;
  const rulingDue = context.due(whistleLimitsOf(snapshot).ruling, context.now);
  return allow({ type: 'UnitObjected', payload: { unitId, reason, legalBasis, rulingDue } });
}

function objected({ snapshot, actor }: Pick<Args, 'snapshot' | 'actor'>, unitId: DepartmentId): FoundUnit {
  const unit = anyUnit(snapshot, unitId);
  if (!unit) return refuse('unitUnknown');
  if (unit.status !== 'objected') return refuse('nothingObjected');
  const refusal = rulingGuard(unit, { snapshot, actor });
  return refusal === null ? { ok: true, unit } : { ok: false, refusal };
}

/** The unit is right and goes; a whistle without its lead gets another one at once (首接负责制 then holds for that one). */
export function decideUpholdWhistle({ input, ...args }: DecideWhistleArgs<'upholdObjection'>): WhistleDecision {
  const { snapshot, context } = args;
  const found = objected(args, input.unitId);
  if (!found.ok) return found;
  const { side } = found.unit;
  const closed = ordersClosed([found.unit], 'released');
  const upheld = { type: 'UnitObjectionUpheld', payload: { unitId: input.unitId, ruling: input.ruling } } as const;
  const next = input.replacementUnitId;
  if (next === null) return side === 'lead' ? refuse('replacementMissing') : withStages(args, upheld, ...closed);
  const wrong = checkNewUnit(snapshot, { unitId: next, side }, context);
  if (wrong) return wrong;
  return withStages(args, upheld, ...closed, { type: 'UnitSummoned', payload: { ...summon(args, next), side, reason: input.ruling } });
}

/** The unit stays, as lead to the end; its own clocks run anew from the ruling, nobody else's move. */
export function decideOverruleWhistle({ input, snapshot, actor, context }: DecideWhistleArgs<'overruleObjection'>): WhistleDecision {
  const found = objected({ snapshot, actor }, input.unitId);
  if (!found.ok) return found;
  const { acknowledge, reportIn } = whistleLimitsOf(snapshot);
  const { now, due } = context;
  const dues = { ackDue: due(acknowledge, now), reportInDue: due(reportIn, now) };
  return allow({ type: 'UnitObjectionOverruled', payload: { unitId: input.unitId, ruling: input.ruling, ...dues } });
}

/** A support need not come; the lead always must. */
export function decideExcuse({ input, ...args }: DecideWhistleArgs<'excuseUnit'>): WhistleDecision {
  const unit = anyUnit(args.snapshot, input.unitId);
  if (!unit) return refuse('unitUnknown');
  const refusal = excuseGuard(unit, args.actor);
  if (refusal !== null) return { ok: false, refusal };
  const excused = { type: 'UnitExcused', payload: { unitId: input.unitId, reason: input.reason } } as const;
  return withStages(args, excused, ...ordersClosed([unit], 'excused'));
}

type NewUnit = { unitId: DepartmentId; side: Side };

/** A unit may be called that is not here yet, that was excused, or, as the new lead, one of the supports. */
function checkNewUnit(snapshot: WhistleSnapshot, { unitId, side }: NewUnit, { targets }: WhistleContext): WhistleRefused | null {
  const target = targets.find(({ departmentId }) => departmentId === unitId);
  if (!target) return refuse('targetUnknown');
  if (target.kind !== 'department') return refuse('targetNotDepartment');
  const known = snapshot.units.find(({ departmentId }) => departmentId === unitId);
  if (!known || known.status === 'excused') return null;
  if (known.status === 'released') return refuse('replacementReleased');
  if (known.status === 'objected' && known.side === 'support' && side === 'lead') return refuse('objectionOpen');
  return side === 'lead' && known.side === 'support' ? null : refuse('targetRepeated');
}

function summon({ snapshot, context }: Args, unitId: DepartmentId) {
  const { acknowledge, reportIn } = whistleLimitsOf(snapshot);
  return { unitId, ackDue: context.due(acknowledge, context.now), reportInDue: context.due(reportIn, context.now) };
}

export function decideSummonSupport({ input, ...args }: DecideWhistleArgs<'summonSupport'>): WhistleDecision {
  const wrong = checkNewUnit(args.snapshot, { unitId: input.unitId, side: 'support' }, args.context);
  if (wrong) return wrong;
  return allow({ type: 'UnitSummoned', payload: { ...summon(args, input.unitId), side: 'support', reason: input.reason } });
}

/** A pin on the map or an address says where somebody wants to be, not where they are. */
const measured: readonly CasePoint['source'][] = ['gnss', 'network'];

/** Reporting in on site: the code on the secretary's tablet, or a position that lies within the circle (判定 in `judgeArrival`). */
export function decideReportIn({ input, ...args }: DecideWhistleArgs<'reportIn'>): WhistleDecision {
  const found = ownUnit('reportIn', args, input.unitId);
  if (!found.ok) return found;
  const { context, snapshot } = args;
  const { unitId, position, code } = input;
  const { now, distanceM, settings } = context;
  if (code !== null) {
    if (context.codeGood !== true) return refuse('codeWrong');
    const arrival = { at: now, by: 'code', distanceM, verdict: null, point: position, reason: '' } as const;
    return withStages(args, { type: 'UnitReportedIn', payload: { unitId, arrival } });
  }
  if (position === null || !measured.includes(position.source)) return refuse('positionMissing');
  if (snapshot.point === null || distanceM === null) return refuse('noPoint');
  const verdict = judgeArrival({ position, distanceM }, settings);
  if (verdict === 'tooVague')
    return refuse('positionTooVague', { accuracy: Math.round(position.accuracyM ?? 0), max: settings.accuracyMaxM });
  if (verdict === 'outside') return refuse('tooFar', { distance: Math.round(distanceM), radius: settings.reportInRadiusM });
  const arrival = { at: now, by: 'position', distanceM, verdict, point: position, reason: '' } as const;
  return withStages(args, { type: 'UnitReportedIn', payload: { unitId, arrival } });
}

/** The secretary saw the unit come: counts with a reason where a position is not to be had. */
export function decideConfirmReportIn({ input, ...args }: DecideWhistleArgs<'confirmReportIn'>): WhistleDecision {
  const unit = anyUnit(args.snapshot, input.unitId);
  if (!unit) return refuse('unitUnknown');
  const refusal = unit.status === 'excused' ? ({ code: 'unitGone' } as const) : confirmGuard(unit, args.actor);
  if (refusal !== null) return { ok: false, refusal };
  const arrival = { at: args.context.now, by: 'secretary', distanceM: null, verdict: null, point: null, reason: input.reason } as const;
  return withStages(args, { type: 'UnitReportedIn', payload: { unitId: input.unitId, arrival } });
}

/** The joint visit: who was there, at least one photo, minutes signed on the tablet; every unit that must come is in the list. */
export function decideRecordVisit({ input, snapshot, context }: DecideWhistleArgs<'recordVisit'>): WhistleDecision {
  const { from, to, attendance, minutes, photoIds, signatureIds } = input;
  // people write the minute, not the second of the call
  const called = Math.floor((snapshot.blownAt ?? 0) / MINUTE) * MINUTE;
  if (from > to || to > context.now || from < called) return refuse('visitTimesInvalid');
  const present = new Set(attendance.map(({ departmentId }) => departmentId));
  if ([...present].some((id) => id !== null && !anyUnit(snapshot, id))) return refuse('unitUnknown');
  const absent = activeUnits(snapshot).filter(({ departmentId }) => !present.has(departmentId));
  if (absent.length > 0) return refuse('attendanceIncomplete', { count: absent.length });
  if (photoIds.length === 0) return refuse('photoMissing');
  if (signatureIds.length === 0) return refuse('signatureMissing');
  return allow({ type: 'SiteVisitRecorded', payload: { visit: { from, to, attendance, minutes, photoIds, signatureIds } } });
}

export function decideListHouseholds({ input, snapshot }: DecideWhistleArgs<'listHouseholds'>): WhistleDecision {
  const ids = new Set([...snapshot.households, ...input.households].map(({ id }) => id));
  if (ids.size > HOUSEHOLDS_MAX) return refuse('householdsTooMany', { max: HOUSEHOLDS_MAX });
  // a phone is personal data and stands in no event
  const households = input.households.map(({ id, label }) => ({ id, label }));
  return allow({ type: 'HouseholdsListed', payload: { households } });
}

/** Ways only the household itself has. */
const ownWays: readonly (typeof opinionWays)[number][] = ['link', 'paper'];

/** What an affected resident says, with way and time; a household may say several things and counts once. What comes by its own link or code, nobody writes down for it. */
export function decideAddOpinion({ input, snapshot, actor, context }: DecideWhistleArgs<'addOpinion'>): WhistleDecision {
  const { opinionId, householdId, way, stance, text, topics, heardAt } = input;
  if (ownWays.includes(way) && !hasRole(actor, 'system')) return refuse('wayOfHousehold');
  if (heardAt > context.now) return refuse('heardInFuture');
  if (isBeyond(snapshot.draftedAt, heardAt, 1)) return refuse('heardTooEarly');
  const listed = snapshot.households.length > 0;
  if (listed && !snapshot.households.some(({ id }) => id === householdId)) return refuse('householdUnknown');
  if (!listed && householdId !== null) return refuse('householdUnknown');
  return allow({ type: 'OpinionRecorded', payload: { opinionId, householdId, way, stance, text, topics, heardAt } });
}

/** The visit took place and enough households were heard (checked before): the lead has its time for a plan. */
export function decideCloseOpinions({ snapshot, context }: DecideWhistleArgs<'closeOpinions'>): WhistleDecision {
  const planDue = context.due(whistleLimitsOf(snapshot).plan, context.now);
  return allow({ type: 'OpinionsCollected', payload: { planDue } });
}
