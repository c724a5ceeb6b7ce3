import { expect } from 'vitest';
import type { Actor } from '../identity/identity-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { WhistleEvent } from './whistle-events.ts';
import { dutyCode } from './whistle-samples.ts';
import type { SummonedUnit, WhistleSnapshot, WhistleState } from './whistle-schema.ts';

/** The laws of lifecycles D2, written apart from the code that keeps them, for tests on random walks. */
const stages: readonly WhistleState[] = [
  ...(['drafted', 'blown', 'acknowledged', 'onSite', 'opinionsCollected', 'planned'] as const),
  ...(['executing', 'completed', 'fedBack', 'cleared'] as const),
];
const reached = ({ state }: WhistleSnapshot, stage: WhistleState) =>
  stages.indexOf(state === 'onHold' ? 'executing' : state) >= stages.indexOf(stage);
const calledUnits = ({ units }: WhistleSnapshot) => units.filter(({ status }) => !['released', 'excused'].includes(status));

/** No stage stands without the evidence of every stage before it. */
export function expectEvidence(whistle: WhistleSnapshot): void {
  const called = calledUnits(whistle);
  if (reached(whistle, 'blown')) {
    const leads = called.filter(({ side }) => side === 'lead').map(({ departmentId }) => departmentId);
    expect(leads).toEqual([whistle.leadUnitId]);
    expect(new Set(whistle.units.map(({ departmentId }) => departmentId)).size).toBe(whistle.units.length);
  }
  if (reached(whistle, 'planned')) {
    const visitors = whistle.visit?.attendance.map(({ departmentId }) => departmentId) ?? [];
    for (const { departmentId, arrival, contact } of called) {
      expect(arrival).not.toBeNull();
      expect(contact).not.toBeNull();
      expect(visitors).toContain(departmentId);
    }
    const heard = whistle.households.filter(({ opinions }) => opinions > 0).length;
    expect(heard).toBeGreaterThanOrEqual(Math.max(1, Math.min(5, Math.ceil(whistle.households.length / 10))));
    expect(whistle.plan?.tasks.length).toBeGreaterThan(0);
    for (const task of whistle.plan?.tasks ?? []) {
      if (task.departmentId === null) expect(task.dutyCode).toBe(dutyCode);
      else expect(called.map(({ departmentId }) => departmentId)).toContain(task.departmentId);
    }
  }
  if (reached(whistle, 'completed')) {
    expect(Object.keys(whistle.results).sort()).toEqual(whistle.plan?.tasks.map(({ id }) => id).sort());
    expect(whistle.pairs.length).toBeGreaterThan(0);
  }
  if (reached(whistle, 'fedBack')) {
    expect(whistle.acceptedAt).not.toBeNull();
    expect(whistle.households.filter(({ told }) => told === null)).toEqual([]);
  }
  if (reached(whistle, 'cleared')) {
    for (const { marks, whistleMarks } of called) expect([marks, whistleMarks]).not.toContain(null);
  }
  expect(whistle.extensionCount).toBeLessThanOrEqual(1);
  expect(whistle.holdCount).toBeLessThanOrEqual(2);
  for (const { supervisionCount } of whistle.units) expect(supervisionCount).toBeLessThanOrEqual(6);
}

type Happened = { before: WhistleSnapshot; event: WhistleEvent; after: WhistleSnapshot; history: readonly WhistleEvent[]; actor: Actor };
const unit = ({ units }: WhistleSnapshot, id: DepartmentId): SummonedUnit | undefined => units.find((one) => one.departmentId === id);

/** Whoever must not have done this, and what must have been true when it was done. */
export function expectLawful({ before, event, history, actor }: Happened): void {
  const { actorId, at } = event.meta;
  const doers = (...types: WhistleEvent['type'][]) => history.filter(({ type }) => types.includes(type)).map(({ meta }) => meta.actorId);
  switch (event.type) {
    case 'WorkAccepted':
    case 'AcceptanceFailed': {
      expect(doers('TaskCompleted', 'WorkCompleted')).not.toContain(actorId);
      const own = new Set(actor.posts.map(({ departmentId }) => departmentId));
      expect(calledUnits(before).filter(({ departmentId }) => own.has(departmentId))).toEqual([]);
      return;
    }
    case 'UnitObjected': {
      const earlier = history.filter((one) => one.type === 'UnitObjected' && one.payload.unitId === event.payload.unitId);
      expect(earlier).toEqual([]);
      expect(at).toBeLessThanOrEqual(unit(before, event.payload.unitId)?.ackDue?.at ?? 0);
      return;
    }
    case 'UnitObjectionUpheld':
    case 'UnitObjectionOverruled':
      expect(doers('WhistleBlown')).not.toContain(actorId);
      expect(before.blownById).not.toBe(actorId);
      return;
    case 'UnitExcused':
      expect(unit(before, event.payload.unitId)).toMatchObject({ side: 'support', arrival: null });
      expect(unit(before, event.payload.unitId)?.status).not.toBe('objected');
      return;
    case 'UnitLeft': {
      expect(unit(before, event.payload.unitId)?.side).toBe('support');
      const own = before.plan?.tasks.filter(({ departmentId }) => departmentId === event.payload.unitId) ?? [];
      for (const { id } of own) expect(before.results[id]).toBeDefined();
      return;
    }
    case 'UnitReportedIn': {
      const { by, distanceM, point, reason } = event.payload.arrival;
      if (by === 'position') expect([(distanceM ?? 999) <= 200, (point?.accuracyM ?? 999) <= 100]).toEqual([true, true]);
      if (by === 'secretary') expect(reason).not.toBe('');
      return;
    }
    case 'PlanApproved': {
      const supports = calledUnits(before).filter(({ side }) => side === 'support');
      const agreed = supports.every(({ planAnswer }) => planAnswer?.agreed === true && planAnswer.draft === before.plan?.draft);
      expect(agreed).toBe(event.payload.overReason === '');
      if (!agreed) expect(actor.posts.map(({ role }) => role)).toContain('streetOperator');
      return;
    }
    case 'WhistleExtensionGranted':
      expect(before.extensionAsked?.byId).not.toBe(actorId);
      expect(event.payload.finishDue.at).toBeGreaterThan(before.finishDue?.at ?? 0);
      return;
    case 'WhistleHeld':
      expect(before.holdAsked?.byId).not.toBe(actorId);
      return;
    case 'WhistleVoided':
      expect(before.voidAsked?.byId).not.toBe(actorId);
      return;
    case 'SupervisionClosed':
    case 'SupervisionReturned':
      expect(unit(before, event.payload.unitId)?.supervision?.reply?.byId).not.toBe(actorId);
      return;
    default:
  }
}

/** Nothing a support does, is asked or is let off moves a clock of the lead, nor the end of the plan. */
export function expectLeadUnmoved({ before, event, after, actor }: Happened): boolean {
  const named = 'unitId' in event.payload ? event.payload.unitId : null;
  const supports = new Set(before.units.filter(({ side }) => side === 'support').map(({ departmentId }) => departmentId));
  const toLead = event.type === 'UnitSummoned' && event.payload.side === 'lead';
  const bySupport = actor.posts.every(({ departmentId }) => departmentId !== null && supports.has(departmentId));
  const ofSupport = (named !== null && supports.has(named)) || bySupport || (event.type === 'UnitSummoned' && !toLead);
  if (!ofSupport || toLead) return false;
  const clocks = ({ leadUnitId, finishDue, units }: WhistleSnapshot) => {
    const { ackDue, reportInDue, summonedAt, status } = units.find(({ departmentId }) => departmentId === leadUnitId) ?? {};
    return { leadUnitId, finishDue, ackDue, reportInDue, summonedAt, status };
  };
  expect(clocks(after)).toEqual(clocks(before));
  return true;
}
