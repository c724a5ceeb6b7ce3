import type { Due } from '../calendar/calendar-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { DepartmentId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { drafted, matterFields } from './drafted-whistle.ts';
import { type EndMove, madeBy } from './end-maker.ts';
import { answerTo } from './plan-limits.ts';
import type { WhistleEvent } from './whistle-events.ts';
import { activeUnits, supervisionOpen } from './whistle-requirements.ts';
import type { Household, SummonedUnit, UnitSupervision, WhistleSnapshot } from './whistle-schema.ts';

type Later = Exclude<WhistleEvent, { type: 'WhistleDrafted' }>;

/** One step of the fold. Throws when the first event is not WhistleDrafted, a later one is, or a sequence number is missing. */
export function evolveWhistle(snapshot: WhistleSnapshot | null, event: WhistleEvent): WhistleSnapshot {
  const expected = (snapshot?.version ?? 0) + 1;
  if (event.meta.seq !== expected) throw new Error(`event ${event.type} has number ${event.meta.seq} instead of ${expected}`);
  if (event.type === 'WhistleDrafted') return drafted(event);
  if (snapshot === null) throw new Error(`a whistle begins with WhistleDrafted, not ${event.type}`);
  return { ...snapshot, ...changes(snapshot, event), version: event.meta.seq, lastEventAt: event.meta.at };
}

/** The state after all events of a whistle, oldest first; null for none. */
export function replayWhistle(events: Iterable<WhistleEvent>): WhistleSnapshot | null {
  let snapshot: WhistleSnapshot | null = null;
  for (const event of events) snapshot = evolveWhistle(snapshot, event);
  return snapshot;
}

type Summons = Extract<WhistleEvent, { type: 'WhistleBlown' }>['payload']['summons'][number];

function summoned({ unitId, side, ackDue, reportInDue }: Summons, { at, actorId }: WhistleEvent['meta']): SummonedUnit {
  return {
    departmentId: unitId,
    side,
    status: 'summoned',
    summonedAt: at,
    summonedById: actorId,
    ackDue,
    acknowledgedAt: null,
    contact: null,
    reportInDue,
    arrival: null,
    objection: null,
    objected: false,
    locked: false,
    planAnswer: null,
    marks: null,
    whistleMarks: null,
    supervision: null,
    supervisionCount: 0,
  };
}

/** A unit called again (a support made lead, an excused one after all) keeps what it did and was ruled, its clocks begin anew. */
function withSummons({ units }: WhistleSnapshot, call: SummonedUnit): SummonedUnit[] {
  const known = units.find(({ departmentId }) => departmentId === call.departmentId);
  if (!known) return [...units, call];
  const { arrival, objected, locked, supervision, supervisionCount } = known;
  return units.map((unit) => (unit === known ? { ...call, arrival, objected, locked, supervision, supervisionCount } : unit));
}

const withUnit = ({ units }: WhistleSnapshot, id: DepartmentId, change: Partial<SummonedUnit>) => ({
  units: units.map((unit) => (unit.departmentId === id ? { ...unit, ...change } : unit)),
});
const withSupervision = ({ units }: WhistleSnapshot, id: DepartmentId, change: (old: UnitSupervision) => Partial<UnitSupervision>) => ({
  units: units.map((unit) => {
    const { departmentId, supervision } = unit;
    return departmentId === id && supervision !== null ? { ...unit, supervision: { ...supervision, ...change(supervision) } } : unit;
  }),
});
const withDoors = ({ households }: WhistleSnapshot, ids: readonly string[], change: (door: Household) => Partial<Household>) => ({
  households: households.map((door) => (ids.includes(door.id) ? { ...door, ...change(door) } : door)),
});
const withWorker = ({ workerIds }: WhistleSnapshot, id: UserId) => ({ workerIds: workerIds.includes(id) ? workerIds : [...workerIds, id] });
const without = <T>(record: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
const mapValues = <T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, map(value)]));
const withDue = <T extends object>(asked: T, due: Due | null | undefined): T => (due === undefined ? asked : { ...asked, due });

type Ends = { finishDue: Due | null; taskDues?: Record<string, Due> | undefined };

/** The end of the plan and of those of its tasks that are named, and which act made them so; a calendar makes no day. */
function movedEnds(snapshot: WhistleSnapshot, { finishDue, taskDues }: Ends, move: EndMove | null): Partial<WhistleSnapshot> {
  const { finishBy, finishDue: before, taskDues: old = {} } = snapshot;
  const by = move && finishBy && before && finishDue ? { finishBy: madeBy(finishBy, { from: before, to: finishDue, move }) } : {};
  if (taskDues === undefined) return { finishDue, ...by };
  const moved = Object.entries(taskDues).flatMap(([id, due]) => {
    const own = old[id];
    if (!own) return [];
    const made = move && own.by ? { by: madeBy(own.by, { from: own.due, to: due, move }) } : {};
    return [[id, { ...own, due, ...made }] as const];
  });
  return { finishDue, ...by, taskDues: { ...old, ...Object.fromEntries(moved) } };
}

/** Whether this answer hands the plan on: the first that disagrees to the lead, the last that agrees to the community. */
function handsOn({ plan, units }: WhistleSnapshot, unitId: DepartmentId): boolean {
  const answers = activeUnits({ units })
    .filter(({ side }) => side === 'support')
    .map((unit) => ({ own: unit.departmentId === unitId, agreed: answerTo(plan, unit)?.agreed }));
  const against = answers.filter(({ agreed }) => agreed === false);
  return against.length === 0 ? answers.every(({ agreed }) => agreed) : against.length === 1 && against.every(({ own }) => own);
}

/** What ended waits for nobody, also where an earlier version did not close its supervisions. */
function ended({ units }: WhistleSnapshot, at: Instant): Partial<WhistleSnapshot> {
  const over = (unit: SummonedUnit) =>
    unit.supervision !== null && supervisionOpen(unit.supervision) ? { ...unit, supervision: { ...unit.supervision, closedAt: at } } : unit;
  return { voidAsked: null, extensionAsked: null, holdAsked: null, blowAsked: null, units: units.map(over) };
}

function changes(snapshot: WhistleSnapshot, event: Later): Partial<WhistleSnapshot> {
  const { at, actorId } = event.meta;
  switch (event.type) {
    case 'WhistleRevised':
      return { ...matterFields(event.payload), returnReason: null };
    case 'BlowRequested':
      return {
        blowAsked: { byId: actorId, at, due: event.payload.approvalDue },
        returnReason: null,
        limits: event.payload.limits ?? null,
      };
    case 'WhistleReturned':
      return { blowAsked: null, returnReason: event.payload.reason };
    case 'WhistleBlown':
      return {
        state: 'blown',
        blownAt: at,
        blownById: event.payload.approved && snapshot.blowAsked ? snapshot.blowAsked.byId : actorId,
        approvedById: event.payload.approved ? actorId : null,
        blowAsked: null,
        limits: event.payload.limits ?? null,
        units: event.payload.summons.map((call) => summoned(call, event.meta)),
      };
    case 'UnitAcknowledged': {
      const { unitId, ...contact } = event.payload;
      return withUnit(snapshot, unitId, { status: 'acknowledged', acknowledgedAt: at, contact });
    }
    case 'WhistleAcknowledged':
      return { state: 'acknowledged', acknowledgedAt: at };
    case 'UnitObjected': {
      const { unitId, ...objection } = event.payload;
      return withUnit(snapshot, unitId, { status: 'objected', objected: true, objection: { ...objection, at, byId: actorId } });
    }
    case 'UnitObjectionUpheld':
      return withUnit(snapshot, event.payload.unitId, { status: 'released', objection: null });
    case 'UnitObjectionOverruled': {
      const { unitId, ackDue, reportInDue } = event.payload;
      return withUnit(snapshot, unitId, { status: 'summoned', locked: true, objection: null, summonedAt: at, ackDue, reportInDue });
    }
    case 'UnitExcused':
      return withUnit(snapshot, event.payload.unitId, { status: 'excused', objection: null });
    case 'UnitSummoned': {
      const { side, unitId } = event.payload;
      const others = snapshot.supportUnitIds.filter((id) => id !== unitId);
      const wanted = side === 'lead' ? { leadUnitId: unitId, supportUnitIds: others } : { supportUnitIds: [...others, unitId] };
      return { ...wanted, units: withSummons(snapshot, summoned(event.payload, event.meta)) };
    }
    case 'UnitReportedIn':
      return withUnit(snapshot, event.payload.unitId, { arrival: event.payload.arrival });
    case 'WhistleOnSite':
      return { state: 'onSite', onSiteAt: at, opinionsDue: event.payload.opinionsDue };
    case 'SiteVisitRecorded':
      return { visit: { ...event.payload.visit, at, byId: actorId } };
    case 'HouseholdsListed': {
      const households = new Map(snapshot.households.map((door) => [door.id, door]));
      for (const door of event.payload.households) {
        if (!households.has(door.id)) households.set(door.id, { ...door, opinions: 0, told: null, verdict: null });
      }
      return { households: [...households.values()] };
    }
    case 'OpinionRecorded': {
      const { householdId } = event.payload;
      const doors = householdId === null ? {} : withDoors(snapshot, [householdId], (door) => ({ opinions: door.opinions + 1 }));
      return { ...doors, opinions: snapshot.opinions + 1 };
    }
    case 'OpinionsCollected':
      return { state: 'opinionsCollected', opinionsAt: at, planDue: event.payload.planDue };
    case 'PlanProposed':
      return { plan: { ...event.payload, at, byId: actorId }, units: snapshot.units.map((unit) => ({ ...unit, planAnswer: null })) };
    case 'PlanAnswered': {
      const { unitId, nextDue, ...answer } = event.payload;
      const answered = withUnit(snapshot, unitId, { planAnswer: { ...answer, at } });
      const { plan } = snapshot;
      if (plan === null || !nextDue || !handsOn({ ...snapshot, ...answered }, unitId)) return answered;
      return { ...answered, plan: { ...plan, next: { from: at, due: nextDue } } };
    }
    case 'PlanApproved': {
      const { finishDue, taskDues } = event.payload;
      const by = { act: 'plan', at, held: false } as const;
      const own = taskDues && { taskDues: mapValues(taskDues, (due) => ({ from: at, due, by })) };
      return { state: 'planned', planApprovedAt: at, finishDue, finishFrom: at, finishBy: by, ...own };
    }
    case 'WorkStarted':
      return { state: 'executing', startedAt: at };
    case 'TaskCompleted': {
      const { taskId, result } = event.payload;
      return { results: { ...snapshot.results, [taskId]: { ...result, at, byId: actorId } }, ...withWorker(snapshot, actorId) };
    }
    case 'UnitLeft':
      return withUnit(snapshot, event.payload.unitId, { status: 'left' });
    case 'WorkCompleted':
      return {
        state: 'completed',
        completedAt: at,
        pairs: event.payload.pairs,
        verifyDue: event.payload.verifyDue,
        acceptedAt: null,
        extensionAsked: null,
        holdAsked: null,
        ...withWorker(snapshot, actorId),
      };
    case 'WorkAccepted':
      return { acceptedAt: at };
    case 'AcceptanceFailed': {
      const redo = new Set(event.payload.taskIds);
      return {
        state: 'executing',
        reworkCount: snapshot.reworkCount + 1,
        completedAt: null,
        verifyDue: null,
        acceptedAt: null,
        pairs: [],
        ...movedEnds(snapshot, { finishDue: event.payload.finishDue }, { act: 'rework', at }),
        finishFrom: at,
        results: without(snapshot.results, redo),
        // what is done again ends with the plan
        ...(snapshot.taskDues && { taskDues: without(snapshot.taskDues, redo) }),
        // whoever left comes back for what has to be done again
        units: snapshot.units.map((unit) =>
          unit.status === 'left' && owns(snapshot, unit, redo) ? { ...unit, status: 'acknowledged' } : unit,
        ),
      };
    }
    case 'ResultTold': {
      const { way, householdIds } = event.payload;
      return withDoors(snapshot, householdIds, (door) => ({ told: door.told ?? { at, way } }));
    }
    case 'ResultFedBack':
      return { state: 'fedBack', fedBackAt: at, clearDue: event.payload.clearDue };
    case 'HouseholdAnswered': {
      const { householdId, solved, thanks } = event.payload;
      return withDoors(snapshot, [householdId], () => ({ verdict: { solved, at, ...(thanks && { thanks }) } }));
    }
    case 'UnitRated': {
      const { unitId, ...marks } = event.payload;
      return withUnit(snapshot, unitId, { marks: { ...marks, at, byId: actorId } });
    }
    case 'WhistleRated': {
      const { unitId, ...marks } = event.payload;
      return withUnit(snapshot, unitId, { whistleMarks: { ...marks, at, byId: actorId } });
    }
    case 'WhistleCleared':
      return { state: 'cleared', clearedAt: at, ...ended(snapshot, at) };
    case 'WhistleWithdrawn':
      return { state: 'withdrawn', endReason: event.payload.reason, ...ended(snapshot, at) };
    case 'WhistleExtensionRequested':
      return { extensionAsked: { ...event.payload, byId: actorId, at } };
    case 'WhistleExtensionGranted':
      return {
        extensionAsked: null,
        extensionCount: snapshot.extensionCount + 1,
        ...movedEnds(snapshot, event.payload, { act: 'extension', at }),
      };
    case 'WhistleExtensionRefused':
      return { extensionAsked: null };
    case 'WhistleHoldRequested':
      return { holdAsked: { ...event.payload, byId: actorId, at } };
    case 'WhistleHoldRefused':
      return { holdAsked: null };
    case 'WhistleHeld':
      return { state: 'onHold', holdAsked: null, heldAt: at, nextReviewAt: event.payload.nextReviewAt, holdCount: snapshot.holdCount + 1 };
    case 'WhistleResumed': {
      const { heldMs } = event.payload;
      return {
        state: 'executing',
        heldAt: null,
        nextReviewAt: null,
        heldMs: snapshot.heldMs + heldMs,
        holds: [...snapshot.holds, { from: at - heldMs, to: at }],
        ...movedEnds(snapshot, event.payload, { act: 'hold', at }),
      };
    }
    case 'WhistleSupervised': {
      const { unitId, ...order } = event.payload;
      const supervision = { ...order, byId: actorId, at, receivedAt: null, reply: null, returnCount: 0, closedAt: null };
      const units = snapshot.units.map((unit) =>
        unit.departmentId === unitId ? { ...unit, supervision, supervisionCount: unit.supervisionCount + 1 } : unit,
      );
      return { units, supervisionCount: snapshot.supervisionCount + 1 };
    }
    case 'SupervisionReceived':
      return withSupervision(snapshot, event.payload.unitId, () => ({ receivedAt: at }));
    case 'SupervisionReplied': {
      const { unitId, ...reply } = event.payload;
      return withSupervision(snapshot, unitId, () => ({ reply: { ...reply, byId: actorId, at } }));
    }
    case 'SupervisionClosed':
      return withSupervision(snapshot, event.payload.unitId, () => ({ closedAt: at }));
    case 'SupervisionReturned':
      return withSupervision(snapshot, event.payload.unitId, ({ returnCount }) => ({ reply: null, returnCount: returnCount + 1 }));
    case 'WhistleVoidRequested':
      return { voidAsked: { ...event.payload, byId: actorId, at } };
    case 'WhistleVoidRefused':
      return { voidAsked: null };
    case 'WhistleVoided':
      return { state: 'void', endReason: snapshot.voidAsked?.note ?? null, ...ended(snapshot, at) };
    case 'WhistleEscalated':
      return { escalations: snapshot.escalations + 1 };
    case 'WhistleNoteAdded':
      return {};
    case 'WhistleDuesRecomputed': {
      const { units, approvalDue, opinionsDue, planDue, verifyDue, clearDue, finishDue = snapshot.finishDue, ...dues } = event.payload;
      const { taskDues, finishBy = snapshot.finishBy, answerDue, nextDue, extensionDue, holdDue, voidDue } = dues;
      const { blowAsked, plan, extensionAsked, holdAsked, voidAsked } = snapshot;
      return {
        ...{ opinionsDue, planDue, verifyDue, clearDue },
        ...movedEnds(snapshot, { finishDue, taskDues }, null),
        ...(finishBy && { finishBy }),
        plan: plan && {
          ...plan,
          ...(answerDue === undefined ? {} : { answerDue }),
          ...(plan.next && nextDue ? { next: { ...plan.next, due: nextDue } } : {}),
        },
        blowAsked: blowAsked && { ...blowAsked, due: approvalDue },
        extensionAsked: extensionAsked && withDue(extensionAsked, extensionDue),
        holdAsked: holdAsked && withDue(holdAsked, holdDue),
        voidAsked: voidAsked && withDue(voidAsked, voidDue),
        units: snapshot.units.map((unit) => {
          const renewed = units.find(({ unitId }) => unitId === unit.departmentId);
          if (!renewed) return unit;
          const objection = unit.objection && { ...unit.objection, rulingDue: renewed.rulingDue };
          const { ackDue, reportInDue, judgingDue } = renewed;
          const { supervision } = unit;
          const judged =
            supervision?.reply && judgingDue ? { ...supervision, reply: { ...supervision.reply, due: judgingDue } } : supervision;
          return { ...unit, ackDue, reportInDue, objection, supervision: judged };
        }),
      };
    }
    default:
      return assertNever(event);
  }
}

function owns({ plan }: WhistleSnapshot, { departmentId }: SummonedUnit, taskIds: ReadonlySet<string>): boolean {
  return plan?.tasks.some((task) => task.departmentId === departmentId && taskIds.has(task.id)) ?? false;
}
