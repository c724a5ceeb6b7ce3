import { soonAtOf } from '../clocks/light.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleClockLimit } from './limit-over.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import type { WhistleAction } from './whistle-actions.ts';
import type { WhistleSettings } from './whistle-context.ts';
import { openTasks, requirementsOf, supervisionOpen } from './whistle-requirements.ts';
import type { SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';
import { ofUnit, owingFor } from './whistle-todo.ts';

/** The steps a unit may owe. */
export type UnitDutyAction = Extract<
  WhistleAction,
  | 'acknowledge'
  | 'reportIn'
  | 'proposePlan'
  | 'agreePlan'
  | 'start'
  | 'completeTask'
  | 'complete'
  | 'rateWhistle'
  | 'receiveSupervision'
  | 'replySupervision'
>;

/** A step that one unit owes, from when it could be taken and until when; times in milliseconds, null where no limit runs. */
export type UnitDuty = {
  departmentId: DepartmentId;
  action: UnitDutyAction;
  from: Instant | null;
  due: Instant | null;
  soonAt: Instant | null;
  provisional: boolean;
};

/** Everything a unit owes now, nearest due first; a unit is in the list of who owes (`todoOf`) exactly while it owes something here. */
export function unitDuties(snapshot: WhistleSnapshot, departmentId: DepartmentId, settings: WhistleSettings): UnitDuty[] {
  const unit = snapshot.units.find((each) => each.departmentId === departmentId);
  if (!unit) return [];
  const owing = { snapshot, unit };
  const duties = [...stepDuties(owing, settings), ...supervisionDuties(owing)].map((action) => duty(owing, action));
  return duties.sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
}

/** The limit each step stands under. */
export const limitOfDuty: Readonly<Record<UnitDutyAction, WhistleClockLimit>> = {
  acknowledge: 'acknowledge',
  reportIn: 'reportIn',
  proposePlan: 'plan',
  agreePlan: 'agree',
  start: 'finish',
  completeTask: 'task',
  complete: 'finish',
  rateWhistle: 'rate',
  receiveSupervision: 'supervision',
  replySupervision: 'supervision',
};

type Owing = { snapshot: WhistleSnapshot; unit: SummonedUnit };

/** A step under the nearest of its limits that runs for the unit; a task that ends with the plan stands under the plan's. */
function duty({ snapshot, unit: { departmentId } }: Owing, action: UnitDutyAction): UnitDuty {
  const own = runningWhistleLimits(snapshot).filter((running) => running.departmentId === departmentId);
  const nearest = (limit: WhistleClockLimit) =>
    own.filter((running) => running.limit === limit).sort((a, b) => (a.due?.at ?? 0) - (b.due?.at ?? 0))[0];
  const running = nearest(limitOfDuty[action]) ?? (action === 'completeTask' ? nearest('finish') : undefined);
  const { from = null, due = null } = running ?? {};
  const soonAt = from === null || due === null ? null : soonAtOf({ from, due });
  return { departmentId, action, from, due: due?.at ?? null, soonAt, provisional: due?.provisional ?? false };
}

function stepDuties(owing: Owing, settings: WhistleSettings): UnitDutyAction[] {
  const { snapshot, unit } = owing;
  const { state } = snapshot;
  const leads = unit.departmentId === snapshot.leadUnitId;
  switch (state) {
    case 'blown':
    case 'acknowledged':
    case 'onSite':
      return arrivalDuties(unit);
    case 'opinionsCollected':
      return planDuties(owing, settings);
    case 'planned':
      return leads ? ['start'] : [];
    case 'executing': {
      const open = openTasks(snapshot);
      if (open.length === 0) return leads ? ['complete'] : [];
      return open.some((task) => task.departmentId === unit.departmentId) ? ['completeTask'] : [];
    }
    case 'fedBack': {
      const owes = requirementsOf('clear', snapshot, settings).some(
        ({ ok, code, departmentId }) => !ok && code === 'whistleUnrated' && departmentId === unit.departmentId,
      );
      return owes ? ['rateWhistle'] : [];
    }
    case 'drafted':
    case 'completed':
    case 'onHold':
    case 'cleared':
    case 'withdrawn':
    case 'void':
      return [];
    default:
      return assertNever(state);
  }
}

/** First the answer, then the coming; both limits run from the summons. */
function arrivalDuties({ status, arrival }: SummonedUnit): UnitDutyAction[] {
  if (status === 'summoned') return ['acknowledge'];
  return status === 'acknowledged' && arrival === null ? ['reportIn'] : [];
}

function planDuties({ snapshot, unit }: Owing, settings: WhistleSettings): UnitDutyAction[] {
  const missing = requirementsOf('approvePlan', snapshot, settings).filter(({ ok }) => !ok);
  const codes = new Set(missing.filter((piece) => owingFor(piece, snapshot).includes(ofUnit(unit.departmentId))).map(({ code }) => code));
  const coming = codes.delete('unitNotOnSite') ? arrivalDuties(unit) : [];
  const answer = codes.delete('planUnanswered') ? (['agreePlan'] as const) : [];
  // what is left is the draft's own
  return [...coming, ...answer, ...(codes.size > 0 ? (['proposePlan'] as const) : [])];
}

function supervisionDuties({ snapshot: { state }, unit }: Owing): UnitDutyAction[] {
  const { supervision, status } = unit;
  const over = state === 'cleared' || state === 'withdrawn' || state === 'void';
  if (over || status === 'released' || status === 'excused') return [];
  if (supervision === null || !supervisionOpen(supervision) || supervision.reply !== null) return [];
  return [supervision.receivedAt === null ? 'receiveSupervision' : 'replySupervision'];
}
