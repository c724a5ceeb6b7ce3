import type { DepartmentId } from '../kernel/ids.ts';
import type { WhistleSettings } from './whistle-context.ts';
import type { WhistleRefusalCode } from './whistle-refusals.ts';
import type { PlanTask, SummonedUnit, UnitSupervision, WhistleSnapshot } from './whistle-schema.ts';

/** Steps that need evidence gathered before; each is refused with the code of its first missing piece. */
export const evidenceSteps = ['closeOpinions', 'approvePlan', 'complete', 'feedBack', 'clear'] as const;
export type EvidenceStep = (typeof evidenceSteps)[number];

/** One piece of evidence a step needs: what the bar at the foot of the page ticks off, and why the step is refused without it. */
export type Requirement = {
  code: WhistleRefusalCode;
  ok: boolean;
  /** the unit it waits for */
  departmentId: DepartmentId | null;
  have: number;
  need: number;
};

const piece = (code: WhistleRefusalCode, ok: boolean, more: Partial<Requirement> = {}): Requirement => ({
  ...{ code, ok, departmentId: null, have: ok ? 1 : 0, need: 1 },
  ...more,
});

/** Units that must come and answer: called, neither released nor excused. */
export function activeUnits({ units }: Pick<WhistleSnapshot, 'units'>): SummonedUnit[] {
  return units.filter(({ status }) => status !== 'released' && status !== 'excused');
}

/** How many households must be heard: the smaller of the two settings, at least one (lifecycles D2). */
export function quorumOf({ households }: Pick<WhistleSnapshot, 'households'>, { quorumCount, quorumPercent }: WhistleSettings): number {
  if (households.length === 0) return 1;
  return Math.max(1, Math.min(quorumCount, Math.ceil((households.length * quorumPercent) / 100)));
}

/** Households heard; while no household is listed every opinion counts. */
export function householdsHeard({ households, opinions }: Pick<WhistleSnapshot, 'households' | 'opinions'>): number {
  return households.length === 0 ? opinions : households.filter((door) => door.opinions > 0).length;
}

/** Tasks nobody has reported on yet. */
export function openTasks({ plan, results }: Pick<WhistleSnapshot, 'plan' | 'results'>): PlanTask[] {
  return plan?.tasks.filter((task) => results[task.id] === undefined) ?? [];
}

/** Whether somebody still owes the answer to a 督办, or the judgement of it. */
export function supervisionOpen(supervision: UnitSupervision | null): boolean {
  return supervision !== null && supervision.closedAt === null;
}

/** Units whose 督办 is not settled. */
function supervisionPieces(snapshot: WhistleSnapshot): Requirement[] {
  const open = activeUnits(snapshot).filter(({ supervision }) => supervisionOpen(supervision));
  return open.map(({ departmentId }) => piece('supervisionOpen', false, { departmentId }));
}

/** Households whose last word is that it is not solved. */
function unsolvedPieces({ households }: WhistleSnapshot): Requirement[] {
  const unsolved = households.filter(({ verdict }) => verdict?.solved === 'no').length;
  return unsolved === 0 ? [] : [piece('householdsUnsolved', false, { have: unsolved, need: 0 })];
}

function opinionPieces(snapshot: WhistleSnapshot, settings: WhistleSettings): Requirement[] {
  const [have, need] = [householdsHeard(snapshot), quorumOf(snapshot, settings)];
  const { visit, households } = snapshot;
  const units = activeUnits(snapshot);
  const visitors = new Set(visit?.attendance.map(({ departmentId }) => departmentId));
  const joint = units.map(({ departmentId }) => piece('visitWithoutUnit', visitors.has(departmentId), { departmentId }));
  return [
    ...units.map(({ departmentId, arrival }) => piece('unitNotOnSite', arrival !== null, { departmentId })),
    // a unit called after the visit has not seen the site with the others
    ...(visit === null ? [piece('visitMissing', false)] : joint),
    piece('householdsMissing', households.length > 0, { have: households.length }),
    piece('opinionsMissing', have >= need, { have, need }),
  ];
}

function planPieces(snapshot: WhistleSnapshot): Requirement[] {
  const { plan } = snapshot;
  const ids = new Set<DepartmentId | null>([null, ...activeUnits(snapshot).map(({ departmentId }) => departmentId)]);
  const supports = activeUnits(snapshot).filter(({ side }) => side === 'support');
  const answers = supports.map(({ departmentId, planAnswer }) => {
    const current = planAnswer?.draft === plan?.draft ? planAnswer : null;
    return piece(current?.agreed === false ? 'planDisputed' : 'planUnanswered', current?.agreed === true, { departmentId });
  });
  return [
    piece('planMissing', plan !== null, { have: plan?.tasks.length ?? 0 }),
    // a unit may be released or excused after the draft gave it a task
    ...(plan?.tasks.every(({ departmentId }) => ids.has(departmentId)) === false ? [piece('planUnitGone', false)] : []),
    ...answers,
  ];
}

/** What a step needs, in the order a person would gather it. */
export function requirementsOf(step: EvidenceStep, snapshot: WhistleSnapshot, settings: WhistleSettings): Requirement[] {
  switch (step) {
    case 'closeOpinions':
      return opinionPieces(snapshot, settings);
    case 'approvePlan':
      return [...opinionPieces(snapshot, settings), ...planPieces(snapshot)];
    case 'complete': {
      const [total, open] = [snapshot.plan?.tasks.length ?? 0, openTasks(snapshot).length];
      return [piece('tasksOpen', open === 0, { have: total - open, need: total })];
    }
    case 'feedBack': {
      const [told, all] = [snapshot.households.filter((door) => door.told !== null).length, snapshot.households.length];
      return [piece('notAccepted', snapshot.acceptedAt !== null), piece('householdsUntold', told === all, { have: told, need: all })];
    }
    case 'clear':
      return [
        ...activeUnits(snapshot).flatMap(({ departmentId, marks, whistleMarks }) => [
          piece('unitUnrated', marks !== null, { departmentId }),
          piece('whistleUnrated', whistleMarks !== null, { departmentId }),
        ]),
        ...supervisionPieces(snapshot),
        ...unsolvedPieces(snapshot),
      ];
  }
}

/** The step that a whistle in this state works towards; null when it needs nothing gathered. */
export function stepAhead({ state }: Pick<WhistleSnapshot, 'state'>): EvidenceStep | null {
  switch (state) {
    case 'onSite':
      return 'closeOpinions';
    case 'opinionsCollected':
      return 'approvePlan';
    case 'executing':
      return 'complete';
    case 'completed':
      return 'feedBack';
    case 'fedBack':
      return 'clear';
    default:
      return null;
  }
}
