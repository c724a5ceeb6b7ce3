import type { Due } from '../calendar/calendar-schema.ts';
import type { LimitHolder, RunningLimit } from '../clocks/clocks-schema.ts';
import { type Light, lightOf, soonAtOf } from '../clocks/light.ts';
import type { DueOf } from '../clocks/limit-due.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { NewWhistleEvent } from './whistle-events.ts';
import { whistleLimitsOf } from './whistle-limits.ts';
import { activeUnits } from './whistle-requirements.ts';
import type { SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';

/** Limits of a whistle that may run; those of single units run side by side. */
export const whistleClockLimits = [
  'approval',
  'acknowledge',
  'ruling',
  'reportIn',
  'opinions',
  'plan',
  'finish',
  'verify',
  'clear',
  'review',
] as const;
export type WhistleClockLimit = (typeof whistleClockLimits)[number];

/** Who owes the step of a limit. */
export type WhistleHolder = 'street' | 'community' | 'unit' | 'lead';

/** One running limit: of one unit, or of the whole whistle (`departmentId` null). */
export type RunningWhistleLimit = {
  limit: WhistleClockLimit;
  holder: WhistleHolder;
  departmentId: DepartmentId | null;
  from: Instant;
  due: Due | null;
};

const whole = (
  limit: WhistleClockLimit,
  holder: WhistleHolder,
  from: Instant | null,
  due: Due | null,
  departmentId: DepartmentId | null = null,
) => (from === null ? [] : [{ limit, holder, departmentId, from, due }]);

function unitLimits(unit: SummonedUnit): RunningWhistleLimit[] {
  const { departmentId, summonedAt, ackDue, reportInDue, objection, arrival, status } = unit;
  if (status === 'objected' && objection) {
    return [{ limit: 'ruling', holder: 'street', departmentId, from: objection.at, due: objection.rulingDue }];
  }
  const running: RunningWhistleLimit[] = [];
  if (status === 'summoned') running.push({ limit: 'acknowledge', holder: 'unit', departmentId, from: summonedAt, due: ackDue });
  if (arrival === null) running.push({ limit: 'reportIn', holder: 'unit', departmentId, from: summonedAt, due: reportInDue });
  return running;
}

/**
 * Every limit that runs now. Each unit has its own clocks from its own summons; what a support misses never moves the lead's.
 * The arrival of a unit is owed besides its answer, so a unit may run two limits at once.
 */
export function runningWhistleLimits(snapshot: WhistleSnapshot): RunningWhistleLimit[] {
  const { blowAsked, onSiteAt, opinionsDue, opinionsAt, planDue, finishFrom, finishDue, completedAt, verifyDue, fedBackAt, clearDue } =
    snapshot;
  const units = activeUnits(snapshot).flatMap(unitLimits);
  switch (snapshot.state) {
    case 'drafted':
      return blowAsked === null ? [] : whole('approval', 'street', blowAsked.at, blowAsked.due);
    case 'blown':
    case 'acknowledged':
      return units;
    case 'onSite':
      return [...units, ...whole('opinions', 'community', onSiteAt, opinionsDue)];
    case 'opinionsCollected':
      return [...units, ...whole('plan', 'lead', opinionsAt, planDue, snapshot.leadUnitId)];
    case 'planned':
    case 'executing':
      return whole('finish', 'lead', finishFrom, finishDue, snapshot.leadUnitId);
    case 'completed':
      return whole('verify', 'community', completedAt, verifyDue);
    case 'fedBack':
      return whole('clear', 'street', fedBackAt, clearDue);
    case 'onHold':
    case 'cleared':
    case 'withdrawn':
    case 'void':
      return [];
  }
}

/** The limit to watch: the nearest that runs; null when none does. A held whistle waits for its day of review. */
export function watchedLimit(snapshot: WhistleSnapshot): RunningWhistleLimit | null {
  if (snapshot.state === 'onHold') {
    const { nextReviewAt, heldAt, leadUnitId } = snapshot;
    if (nextReviewAt === null || heldAt === null) return null;
    return {
      limit: 'review',
      holder: 'street',
      departmentId: leadUnitId,
      from: heldAt,
      due: { at: nextReviewAt, provisional: false, calendarVersion: 0 },
    };
  }
  const order = (a: RunningWhistleLimit, b: RunningWhistleLimit) =>
    (a.due?.at ?? Number.POSITIVE_INFINITY) - (b.due?.at ?? Number.POSITIVE_INFINITY);
  return runningWhistleLimits(snapshot).sort(order)[0] ?? null;
}

type Renewed = Extract<NewWhistleEvent, { type: 'WhistleDuesRecomputed' }>['payload'];

/** All due times that follow from a legal limit, computed anew after a calendar was imported; the plan's days were chosen by people and stay. */
export function recomputedWhistleDues(snapshot: WhistleSnapshot, due: DueOf): Renewed {
  const limits = whistleLimitsOf(snapshot);
  const renew = (old: Due | null, limit: Parameters<DueOf>[0] | null, from: Instant | null) =>
    old === null || limit === null || from === null ? old : due(limit, from);
  return {
    approvalDue: renew(snapshot.blowAsked?.due ?? null, limits.approval, snapshot.blowAsked?.at ?? null),
    units: snapshot.units.map(({ departmentId, summonedAt, ackDue, reportInDue, objection }) => ({
      unitId: departmentId,
      ackDue: renew(ackDue, limits.acknowledge, summonedAt),
      reportInDue: renew(reportInDue, limits.reportIn, summonedAt),
      rulingDue: renew(objection?.rulingDue ?? null, limits.ruling, objection?.at ?? null),
    })),
    opinionsDue: renew(snapshot.opinionsDue, limits.opinions, snapshot.onSiteAt),
    planDue: renew(snapshot.planDue, limits.plan, snapshot.opinionsAt),
    verifyDue: renew(snapshot.verifyDue, limits.verify, snapshot.completedAt),
    clearDue: renew(snapshot.clearDue, limits.clear, snapshot.fedBackAt),
  };
}

/** The limit to watch as pages show it; grey while nothing runs. */
export type WhistleClock = {
  limit: WhistleClockLimit | null;
  holder: WhistleHolder | null;
  departmentId: DepartmentId | null;
  from: Instant | null;
  due: Due | null;
  soonAt: Instant | null;
  light: Light;
  overdue: boolean;
  held: boolean;
};

/** One running limit with its light. */
export function clockOfLimit({ limit, holder, departmentId, from, due }: RunningWhistleLimit, now: Instant): WhistleClock {
  const soonAt = due === null ? null : soonAtOf({ from, due });
  // a day of review is a date to watch, not a limit that can be missed by degrees
  const light = limit === 'review' ? 'grey' : lightOf({ due: due?.at ?? null, soonAt, now });
  return { limit, holder, departmentId, from, due, soonAt, light, overdue: light === 'red', held: limit === 'review' };
}

const idle: WhistleClock = {
  ...{ limit: null, holder: null, departmentId: null, from: null, due: null, soonAt: null, light: 'grey', overdue: false, held: false },
};

/** The limit to watch of a whistle, with its light. */
export function whistleClockOf(snapshot: WhistleSnapshot, now: Instant): WhistleClock {
  const watched = watchedLimit(snapshot);
  return watched === null ? idle : clockOfLimit(watched, now);
}

function limitHolderOf({ holder, departmentId }: RunningWhistleLimit, unitPath: string): LimitHolder {
  if ((holder === 'unit' || holder === 'lead') && departmentId !== null) return { kind: 'department', departmentId };
  return { kind: 'role', role: holder === 'street' ? 'streetOperator' : 'secretary', unitPath };
}

/** The running limits as the clocks watch them; a unit's own stand under its id. */
export function limitsOfWhistle(snapshot: WhistleSnapshot): RunningLimit[] {
  const { scopePath, whistleType } = snapshot;
  return runningWhistleLimits(snapshot).flatMap((running): RunningLimit[] => {
    const { limit, departmentId, from, due } = running;
    if (due === null) return [];
    return [
      {
        key: departmentId === null ? limit : `${limit}:${departmentId}`,
        ...{ from, due, held: false, emergency: whistleType === 'emergency' },
        holder: limitHolderOf(running, scopePath),
        escalates: { departmentId, unitPath: scopePath },
      },
    ];
  });
}

/** The nearest own limit of every unit that owes one. */
export function unitClocks(snapshot: WhistleSnapshot, now: Instant): Map<DepartmentId, WhistleClock> {
  const clocks = new Map<DepartmentId, WhistleClock>();
  for (const running of runningWhistleLimits(snapshot)) {
    const { departmentId, limit } = running;
    if (departmentId === null || limit === 'plan' || limit === 'finish') continue;
    const known = clocks.get(departmentId);
    if (known?.due && running.due && known.due.at <= running.due.at) continue;
    clocks.set(departmentId, clockOfLimit(running, now));
  }
  return clocks;
}

/** Whether a new calendar moves any due time of the whistle. */
export function whistleDuesMoved(snapshot: WhistleSnapshot, renewed: Renewed): boolean {
  const before = [snapshot.blowAsked?.due, snapshot.opinionsDue, snapshot.planDue, snapshot.verifyDue, snapshot.clearDue];
  const after = [renewed.approvalDue, renewed.opinionsDue, renewed.planDue, renewed.verifyDue, renewed.clearDue];
  const units = snapshot.units.flatMap(({ ackDue, reportInDue, objection }) => [ackDue, reportInDue, objection?.rulingDue]);
  const renewedUnits = renewed.units.flatMap(({ ackDue, reportInDue, rulingDue }) => [ackDue, reportInDue, rulingDue]);
  const differs = (a: Due | null | undefined, b: Due | null | undefined) =>
    (a?.at ?? null) !== (b?.at ?? null) || a?.provisional !== b?.provisional;
  return (
    before.some((due, i) => differs(due ?? null, after[i] ?? null)) || units.some((due, i) => differs(due ?? null, renewedUnits[i] ?? null))
  );
}
