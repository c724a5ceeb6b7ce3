import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { T0 } from '../cases/case-samples.ts';
import type { Actor } from '../identity/identity-schema.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import { DAY, HOUR, type Instant } from '../kernel/time.ts';
import { evolveWhistle, replayWhistle } from './evolve-whistle.ts';
import { innerActions, type WhistleAction, whistleActions } from './whistle-actions.ts';
import { limitsOfWhistle } from './whistle-clock.ts';
import { defaultWhistleSettings } from './whistle-context.ts';
import { type WhistleEvent, whistleEventTypes, whistlePayloads } from './whistle-events.ts';
import { availableWhistleActions } from './whistle-lifecycle.ts';
import { dutyFaults, limitFaults, movedByItsOwnCalendar } from './whistle-limit-laws.ts';
import { dutyCode, whistleActor } from './whistle-samples.ts';
import { type SummonedUnit, type WhistleSnapshot, type WhistleState, whistleSnapshot } from './whistle-schema.ts';
import { whistleTransitions } from './whistle-table.ts';
import { todoOf } from './whistle-todo.ts';
import { takeWhistle, type WhistleStep, type WhistleWalk, walkWhistle, whistleIn } from './whistle-walk.ts';
import { type Person, people, steps } from './whistle-walkers.ts';

/** The laws of lifecycles D2, written apart from the code that keeps them, for tests on random walks. */
const stages: readonly WhistleState[] = [
  ...(['drafted', 'blown', 'acknowledged', 'onSite', 'opinionsCollected', 'planned'] as const),
  ...(['executing', 'completed', 'fedBack', 'cleared'] as const),
];
const reached = ({ state }: WhistleSnapshot, stage: WhistleState) =>
  stages.indexOf(state === 'onHold' ? 'executing' : state) >= stages.indexOf(stage);
const calledUnits = ({ units }: WhistleSnapshot) => units.filter(({ status }) => !['released', 'excused'].includes(status));

/** No stage stands without the evidence of every stage before it. */
function expectEvidence(whistle: WhistleSnapshot): void {
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
    for (const { marks } of called) expect(marks).not.toBeNull();
  }
  expect(whistle.extensionCount).toBeLessThanOrEqual(1);
  expect(whistle.holdCount).toBeLessThanOrEqual(2);
  for (const { supervisionCount } of whistle.units) expect(supervisionCount).toBeLessThanOrEqual(6);
}

type Happened = { before: WhistleSnapshot; event: WhistleEvent; after: WhistleSnapshot; history: readonly WhistleEvent[]; actor: Actor };
const unit = ({ units }: WhistleSnapshot, id: DepartmentId): SummonedUnit | undefined => units.find((one) => one.departmentId === id);

const unitsOf = ({ posts }: Actor) => posts.flatMap(({ departmentId }) => departmentId ?? []);
const openOrders = ({ units }: WhistleSnapshot) => units.filter(({ supervision }) => supervision !== null && supervision.closedAt === null);

/** Whoever must not have done this, and what must have been true when it was done. */
function expectLawful({ before, event, history, actor }: Happened): void {
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
    case 'WhistleCleared': {
      const silent = calledUnits(before).filter(({ whistleMarks }) => whistleMarks === null);
      expect(event.payload.unrated ?? []).toEqual(silent.map(({ departmentId }) => departmentId));
      const unsolved = before.households.some(({ verdict }) => verdict?.solved === 'no');
      // a 督办 that nobody settled is closed by the step before, with the same reason
      const last = history.at(-1);
      const dropped = last?.type === 'SupervisionClosed' && last.payload.because === 'cleared';
      expect(openOrders(before)).toEqual([]);
      expect((event.payload.overReason ?? '') === '').toBe(silent.length === 0 && !unsolved && !dropped);
      if (silent.length > 0) expect(at).toBeGreaterThan(before.clearDue?.at ?? Number.POSITIVE_INFINITY);
      return;
    }
    case 'UnitObjected': {
      const earlier = history.filter((one) => one.type === 'UnitObjected' && one.payload.unitId === event.payload.unitId);
      expect(earlier).toEqual([]);
      expect(at).toBeLessThanOrEqual(unit(before, event.payload.unitId)?.ackDue?.at ?? 0);
      return;
    }
    case 'UnitObjectionUpheld':
    case 'UnitObjectionOverruled': {
      const { unitId } = event.payload;
      expect(doers('WhistleBlown')).not.toContain(actorId);
      expect(before.blownById).not.toBe(actorId);
      const calls = history.filter((one) => one.type === 'UnitSummoned' && one.payload.unitId === unitId);
      expect(calls.at(-1)?.meta.actorId).not.toBe(actorId);
      const objections = history.filter((one) => one.type === 'UnitObjected' && one.payload.unitId === unitId);
      expect(objections.at(-1)?.meta.actorId).not.toBe(actorId);
      expect(unitsOf(actor)).not.toContain(unitId);
      return;
    }
    case 'UnitRated':
      expect(unitsOf(actor)).not.toContain(event.payload.unitId);
      return;
    case 'UnitExcused':
      expect(unitsOf(actor)).not.toContain(event.payload.unitId);
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
      if (by === 'secretary') {
        expect(reason).not.toBe('');
        expect(unitsOf(actor)).not.toContain(event.payload.unitId);
      }
      return;
    }
    case 'PlanApproved': {
      const supports = calledUnits(before).filter(({ side }) => side === 'support');
      const agreed = supports.every(({ planAnswer }) => planAnswer?.agreed === true && planAnswer.draft === before.plan?.draft);
      expect(agreed).toBe(event.payload.overReason === '');
      expect(before.plan?.byId).not.toBe(actorId);
      expect(unitsOf(actor)).not.toContain(before.leadUnitId);
      if (!agreed) expect(actor.posts.map(({ role }) => role)).toContain('streetOperator');
      return;
    }
    case 'WhistleExtensionGranted':
      expect(before.extensionAsked?.byId).not.toBe(actorId);
      expect(unitsOf(actor)).not.toContain(before.leadUnitId);
      expect(event.payload.finishDue.at).toBeGreaterThan(before.finishDue?.at ?? 0);
      return;
    case 'WhistleHeld':
      expect(before.holdAsked?.byId).not.toBe(actorId);
      expect(unitsOf(actor)).not.toContain(before.leadUnitId);
      return;
    case 'WhistleVoided':
      expect(before.voidAsked?.byId).not.toBe(actorId);
      return;
    case 'SupervisionClosed':
      if (event.payload.because !== undefined) return;
      expect(unitsOf(actor)).not.toContain(event.payload.unitId);
      expect(unit(before, event.payload.unitId)?.supervision?.reply?.byId).not.toBe(actorId);
      return;
    case 'SupervisionReturned':
      expect(unitsOf(actor)).not.toContain(event.payload.unitId);
      expect(unit(before, event.payload.unitId)?.supervision?.reply?.byId).not.toBe(actorId);
      return;
    default:
  }
}

/** What has ended has nothing open and nothing running, and nobody owes anything. */
function expectOver(whistle: WhistleSnapshot): boolean {
  if (!['cleared', 'withdrawn', 'void'].includes(whistle.state)) return false;
  expect(openOrders(whistle)).toEqual([]);
  const { blowAsked, extensionAsked, holdAsked, voidAsked } = whistle;
  expect([blowAsked, extensionAsked, holdAsked, voidAsked]).toEqual([null, null, null, null]);
  expect(limitsOfWhistle(whistle)).toEqual([]);
  expect(todoOf(whistle, defaultWhistleSettings)).toEqual([]);
  return true;
}

/** Nothing a support does, is asked or is let off moves a clock of the lead, nor the end of the plan. */
function expectLeadUnmoved({ before, event, after, actor }: Happened): boolean {
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

const drawn = fc.record({
  ...{ pick: fc.nat(), person: fc.nat(), answer: fc.nat() },
  blind: fc.integer({ min: 0, max: 9 }),
  wait: fc.nat({ max: 2 * DAY }),
  long: fc.integer({ min: 0, max: 12 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const ending: readonly WhistleAction[] = ['withdraw', 'requestVoid', 'approveVoid'];
const aside: readonly WhistleAction[] = [
  ...(['revise', 'returnBlow', 'object', 'excuseUnit', 'summonSupport', 'objectPlan', 'rejectWork', 'addNote', 'escalate'] as const),
  ...(['supervise', 'returnSupervision', 'requestExtension', 'requestHold', 'giveVerdict', 'leave'] as const),
];

/** Steps that may be taken again and again lead on only once. */
function leadsOn(action: WhistleAction, { visit, households, plan }: WhistleSnapshot): boolean {
  if (action === 'recordVisit') return visit === null;
  if (action === 'listHouseholds') return households.length === 0;
  if (action === 'addOpinion') return households.length > 0 && households.every(({ opinions }) => opinions === 0);
  if (action === 'proposePlan') return plan === null;
  return !ending.includes(action) && !aside.includes(action);
}

const inner: readonly WhistleAction[] = innerActions;

/** Mostly a step somebody may take (so that walks get far), sometimes anything by anybody. */
function nextStep({ pick, person, answer, blind }: Drawn, snapshot: WhistleSnapshot, now: Instant): WhistleStep {
  const anybody = people[person % people.length] ?? people[0];
  if (anybody === undefined) throw new Error('somebody expected');
  const offers = people.flatMap((one) => offered(one, snapshot, now).map((action) => ({ one, action })));
  const kinds = [...new Set(offers.map(({ action }) => action))];
  const onwards = kinds.filter((action) => (blind > 3 ? leadsOn(action, snapshot) : blind === 1 || !ending.includes(action)));
  const chosen = (onwards.length > 0 ? onwards : kinds)[pick % Math.max(1, onwards.length || kinds.length)];
  const able = offers.filter(({ action }) => action === chosen);
  const { one, action } =
    blind === 0
      ? { one: anybody, action: whistleActions[pick % whistleActions.length] ?? 'addNote' }
      : (able[person % Math.max(1, able.length)] ?? { one: anybody, action: 'addNote' as const });
  const possible = steps(action, one, { snapshot, now });
  return possible[answer % Math.max(1, possible.length)] ?? { action, hat: one.hat, actor: one.actor, now };
}

/** Buttons of a person, and what the product itself does. */
function offered({ hat, actor }: Person, snapshot: WhistleSnapshot, now: Instant): WhistleAction[] {
  const own = availableWhistleActions({ snapshot, actor, now, settings: defaultWhistleSettings });
  return hat === 'system' ? [...own, ...innerActions] : own;
}

/** Reasons outside the snapshot: nobody is left to call; the last day of the plan has passed. */
const beyond = new Set(['targetRepeated', 'replacementReleased', 'planOverdue']);

/** A button that is offered can be pressed: some answer to its form goes through. */
function expectPossible(walk: WhistleWalk, now: Instant, { person, pick }: Drawn): void {
  const { snapshot } = walk;
  const one = people[person % people.length];
  if (snapshot === null || one === undefined) return;
  const buttons = availableWhistleActions({ snapshot, actor: one.actor, now, settings: defaultWhistleSettings });
  const action = buttons[pick % Math.max(1, buttons.length)];
  if (action === undefined) return;
  const tried = steps(action, one, { snapshot, now }).map((step) => takeWhistle(walk, step).decision);
  const codes = tried.map((decision) => (decision.ok ? 'ok' : decision.refusal.code));
  if (!codes.includes('ok')) expect({ action, codes: codes.filter((code) => !beyond.has(code)) }).toEqual({ action, codes: [] });
}

describe('random walks', () => {
  it('keep every law on every path', () => {
    const seen = new Set<string>();
    const left = new Set<string>();
    const endedOpen = new Set<string>();
    let unmoved = 0;
    let through = 0;
    const walks = fc.property(
      fc.constantFrom('drafted' as const, 'drafted' as const, 'blown' as const, 'opinionsCollected' as const, 'completed' as const),
      fc.array(drawn, { minLength: 60, maxLength: 110, size: 'max' }),
      (from, draws) => {
        let walk: WhistleWalk = whistleIn(from);
        let now = T0;
        for (const draw of draws) {
          const before = walk.snapshot;
          if (before === null) throw new Error('a walk has a whistle');
          now += draw.wait % (draw.long === 0 ? 2 * DAY : HOUR / 2);
          const frozen = JSON.stringify(before);
          const step = nextStep(draw, before, now);
          const { walk: next, decision } = takeWhistle(walk, step);
          expect(JSON.stringify(before)).toBe(frozen);
          if (!decision.ok) expect(next).toBe(walk);
          else {
            const actor = step.actor ?? whistleActor(step.hat);
            if (!inner.includes(step.action))
              expect(availableWhistleActions({ snapshot: before, actor, now, settings: defaultWhistleSettings })).toContain(step.action);
            let state: WhistleSnapshot = before;
            for (const event of next.events.slice(walk.events.length)) {
              expect(whistleTransitions[step.action].events).toContain(event.type);
              expect(whistlePayloads[event.type].safeParse(event.payload)).toMatchObject({ success: true });
              const after = evolveWhistle(state, event);
              const happened = { before: state, event, after, history: next.events.slice(0, event.meta.seq - 1), actor };
              expectLawful(happened);
              if (expectLeadUnmoved(happened)) unmoved += 1;
              left.add(event.type);
              state = after;
            }
            const { to } = whistleTransitions[step.action];
            expect(to === 'same' ? [before.state] : to).toContain(state.state);
            expectEvidence(state);
            const dropped = next.events.slice(walk.events.length).some(({ type }) => type === 'SupervisionClosed');
            if (expectOver(state) && dropped) endedOpen.add(state.state);
          }
          walk = next;
          expect(replayWhistle(walk.events)).toEqual(walk.snapshot);
          expectPossible(walk, now, draw);
          if (walk.snapshot) {
            seen.add(walk.snapshot.state);
            expect(dutyFaults(walk.snapshot)).toEqual([]);
            if (decision.ok) {
              expect(limitFaults(walk.snapshot)).toEqual({ silent: [], bothered: [], doubled: [] });
              expect(movedByItsOwnCalendar(walk.snapshot, walk.events)).toBe(false);
            }
          }
        }
        if (from === 'drafted' && walk.snapshot?.state === 'cleared') through += 1;
        expect(whistleSnapshot.safeParse(walk.snapshot)).toMatchObject({ success: true });
        expect(replayWhistle(JSON.parse(JSON.stringify(walk.events)))).toEqual(walk.snapshot);
      },
    );
    fc.assert(walks, { numRuns: 120, seed: 2811, endOnFailure: true });
    expect([...seen].sort()).toEqual([
      'acknowledged',
      'blown',
      'cleared',
      'completed',
      'drafted',
      'executing',
      'fedBack',
      'onHold',
      'onSite',
      'opinionsCollected',
      'planned',
      'void',
      'withdrawn',
    ]);
    // the first of every walk, and the import of a calendar, which nobody decides
    expect(whistleEventTypes.filter((type) => !left.has(type))).toEqual(['WhistleDrafted', 'WhistleDuesRecomputed']);
    expect([...endedOpen].sort()).toEqual(['cleared', 'void', 'withdrawn']);
    expect(unmoved).toBeGreaterThan(500);
    expect(through).toBeGreaterThan(5);
  }, 120_000);

  it('refuse a history with a gap or a wrong beginning', () => {
    const [first, second] = walkWhistle([
      ['draft', 'secretary'],
      ['blow', 'secretary'],
    ]).events;
    if (first === undefined || second === undefined) throw new Error('two events expected');
    expect(() => replayWhistle([second])).toThrow('has number 2 instead of 1');
    expect(() => replayWhistle([first, first])).toThrow('has number 1 instead of 2');
    expect(() => evolveWhistle(null, { ...second, meta: { ...second.meta, seq: 1 } })).toThrow('begins with WhistleDrafted');
    expect(replayWhistle([])).toBeNull();
  });
});
