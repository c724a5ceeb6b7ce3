import type { Due } from '../calendar/calendar-schema.ts';
import { soonAtOf } from '../clocks/light.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleAction } from './whistle-actions.ts';
import type { WhistleSettings } from './whistle-context.ts';
import { openTasks, requirementsOf } from './whistle-requirements.ts';
import type { SummonedUnit, WhistleSnapshot } from './whistle-schema.ts';
import { supervisionOpen } from './whistle-supervision.ts';
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
  const duties = [...stepDuties(snapshot, unit, settings), ...supervisionDuties(snapshot, unit)];
  return duties.sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
}

type Running = { from: Instant | null; due: Due | null };

function duty({ departmentId }: SummonedUnit, action: UnitDutyAction, { from, due }: Running): UnitDuty {
  const soonAt = from === null || due === null ? null : soonAtOf({ from, due });
  return { departmentId, action, from, due: due?.at ?? null, soonAt, provisional: due?.provisional ?? false };
}

function stepDuties(snapshot: WhistleSnapshot, unit: SummonedUnit, settings: WhistleSettings): UnitDuty[] {
  const { state, finishFrom, finishDue, fedBackAt, clearDue } = snapshot;
  const leads = unit.departmentId === snapshot.leadUnitId;
  const finish = { from: finishFrom, due: finishDue };
  switch (state) {
    case 'blown':
    case 'acknowledged':
    case 'onSite':
      return arrivalDuties(unit);
    case 'opinionsCollected':
      return planDuties(snapshot, unit, settings);
    case 'planned':
      return leads ? [duty(unit, 'start', finish)] : [];
    case 'executing': {
      const open = openTasks(snapshot);
      if (open.length === 0) return leads ? [duty(unit, 'complete', finish)] : [];
      return open.some((task) => task.departmentId === unit.departmentId) ? [duty(unit, 'completeTask', finish)] : [];
    }
    case 'fedBack': {
      const owes = requirementsOf('clear', snapshot, settings).some(
        ({ ok, code, departmentId }) => !ok && code === 'whistleUnrated' && departmentId === unit.departmentId,
      );
      return owes ? [duty(unit, 'rateWhistle', { from: fedBackAt, due: clearDue })] : [];
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
function arrivalDuties(unit: SummonedUnit): UnitDuty[] {
  const { status, summonedAt, ackDue, reportInDue, arrival } = unit;
  if (status === 'summoned') return [duty(unit, 'acknowledge', { from: summonedAt, due: ackDue })];
  return status === 'acknowledged' && arrival === null ? [duty(unit, 'reportIn', { from: summonedAt, due: reportInDue })] : [];
}

function planDuties(snapshot: WhistleSnapshot, unit: SummonedUnit, settings: WhistleSettings): UnitDuty[] {
  const missing = requirementsOf('approvePlan', snapshot, settings).filter(({ ok }) => !ok);
  const codes = new Set(missing.filter((piece) => owingFor(piece, snapshot).includes(ofUnit(unit.departmentId))).map(({ code }) => code));
  const plan = { from: snapshot.opinionsAt, due: snapshot.planDue };
  const coming = codes.delete('unitNotOnSite') ? arrivalDuties(unit) : [];
  const answer = codes.delete('planUnanswered') ? [duty(unit, 'agreePlan', plan)] : [];
  // what is left is the draft's own
  return [...coming, ...answer, ...(codes.size > 0 ? [duty(unit, 'proposePlan', plan)] : [])];
}

function supervisionDuties({ state }: WhistleSnapshot, unit: SummonedUnit): UnitDuty[] {
  const { supervision, status } = unit;
  const over = state === 'cleared' || state === 'withdrawn' || state === 'void';
  if (over || status === 'released' || status === 'excused') return [];
  if (supervision === null || !supervisionOpen(supervision) || supervision.reply !== null) return [];
  const { at, until, receivedAt } = supervision;
  const due: Due = { at: until, provisional: false, calendarVersion: 0 };
  return [duty(unit, receivedAt === null ? 'receiveSupervision' : 'replySupervision', { from: at, due })];
}
