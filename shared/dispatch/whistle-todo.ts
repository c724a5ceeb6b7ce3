import type { Post } from '../identity/identity-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { DepartmentId, UserId } from '../kernel/ids.ts';
import type { WhistleSettings } from './whistle-context.ts';
import { activeUnits, openTasks, type Requirement, requirementsOf, supervisionOpen } from './whistle-requirements.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';

/**
 * Who owes a step of a whistle, as marks that a list can look up: `secretary`, `gridWorker`, `street` (a request or the end), `ruling` (an
 * objection; not by whoever blew), `voiding` (not by whoever asked), `clearing` (the street, once the limit of the clearing is over: until
 * then it waits for the units' marks), `judging` (a reply to a 督办, by the street), `person:<id>` (whoever ordered it), `unit:<id>`.
 */
export type TodoMark =
  | ('secretary' | 'gridWorker' | 'street' | 'ruling' | 'voiding' | 'clearing' | 'judging')
  | `person:${UserId}`
  | `unit:${DepartmentId}`;

const PERSON = 'person:';
const UNIT = 'unit:';
/** The mark of a unit. */
export const ofUnit = (id: DepartmentId): TodoMark => `${UNIT}${id}`;
/** The unit of a mark; null = an office. */
export const unitOfMark = (mark: string): DepartmentId | null => (mark.startsWith(UNIT) ? (mark.slice(UNIT.length) as DepartmentId) : null);

/** The mark of one person. */
export const ofPerson = (id: UserId): TodoMark => `${PERSON}${id}`;
/** The person of a mark; null = a unit or an office. */
export const personOfMark = (mark: string): UserId | null => (mark.startsWith(PERSON) ? (mark.slice(PERSON.length) as UserId) : null);

/** The marks that are this person's to answer in this post; who may not act on an own act is a matter of the list. */
export function marksOfPost({ role, departmentId }: Pick<Post, 'role' | 'departmentId'>, me: UserId): TodoMark[] {
  switch (role) {
    case 'secretary':
      return ['secretary', 'voiding', ofPerson(me)];
    case 'gridWorker':
      return ['gridWorker'];
    case 'streetOperator':
      return ['street', 'ruling', 'voiding', 'clearing', 'judging', ofPerson(me)];
    case 'departmentHandler':
    case 'departmentLead':
      return departmentId === null ? [] : [ofUnit(departmentId)];
    default:
      return [];
  }
}

/** Everybody who owes a step now; several may at once. */
export function todoOf(snapshot: WhistleSnapshot, settings: WhistleSettings): TodoMark[] {
  const marks = new Set<TodoMark>(stepMarks(snapshot, settings));
  const over = snapshot.state === 'cleared' || snapshot.state === 'withdrawn' || snapshot.state === 'void';
  if (!over && snapshot.units.some(({ status }) => status === 'objected')) marks.add('ruling');
  if (snapshot.extensionAsked !== null || snapshot.holdAsked !== null || snapshot.blowAsked !== null) marks.add('street');
  if (snapshot.voidAsked !== null) marks.add('voiding');
  const supervised = over ? [] : activeUnits(snapshot).filter(({ supervision }) => supervisionOpen(supervision));
  for (const { departmentId, supervision } of supervised) {
    // whoever issued it judges the reply, or the street
    const owing: TodoMark[] = supervision?.reply ? [ofPerson(supervision.byId), 'judging'] : [ofUnit(departmentId)];
    for (const mark of owing) marks.add(mark);
  }
  return [...marks];
}

function stepMarks(snapshot: WhistleSnapshot, settings: WhistleSettings): TodoMark[] {
  const { state, leadUnitId } = snapshot;
  switch (state) {
    case 'drafted':
      return snapshot.blowAsked === null ? ['secretary'] : [];
    case 'blown':
    case 'acknowledged':
      return arrivals(snapshot);
    case 'onSite':
      return ['secretary', 'gridWorker', ...arrivals(snapshot)];
    case 'opinionsCollected': {
      const pieces = requirementsOf('approvePlan', snapshot, settings).filter(({ ok }) => !ok);
      return pieces.length === 0 ? ['secretary'] : pieces.flatMap((piece) => owingFor(piece, snapshot));
    }
    case 'planned':
      return [ofUnit(leadUnitId)];
    case 'executing': {
      const open = openTasks(snapshot);
      if (open.length === 0) return [ofUnit(leadUnitId)];
      return open.map(({ departmentId }) => (departmentId === null ? 'secretary' : ofUnit(departmentId)));
    }
    case 'completed':
      // the last word of the feedback is the secretary's
      return requirementsOf('feedBack', snapshot, settings).every(({ ok }) => ok) ? ['secretary'] : ['secretary', 'gridWorker'];
    case 'fedBack': {
      const open = requirementsOf('clear', snapshot, settings).filter(({ ok }) => !ok);
      if (open.some(({ code }) => code === 'unitUnrated')) return ['secretary', ...raters(open)];
      // over a household that says no the street clears at any time, with a reason; over a silent unit once the limit is over
      return open.some(({ code }) => code === 'whistleUnrated') ? ['clearing', ...raters(open)] : ['street'];
    }
    case 'onHold':
      return ['street'];
    case 'cleared':
    case 'withdrawn':
    case 'void':
      return [];
    default:
      return assertNever(state);
  }
}

/** Units that have not rated the whistle. */
function raters(open: readonly Requirement[]): TodoMark[] {
  return open.flatMap(({ code, departmentId }) => (code === 'whistleUnrated' && departmentId !== null ? [ofUnit(departmentId)] : []));
}

/** Who brings a missing piece of the plan; an objection waits for its ruling, an answer to the plan for a plan. */
export function owingFor({ code, departmentId }: Requirement, { plan, leadUnitId, units }: WhistleSnapshot): TodoMark[] {
  switch (code) {
    case 'unitNotOnSite':
      return arrivals({ units: units.filter((unit) => unit.departmentId === departmentId) });
    case 'visitMissing':
    case 'visitWithoutUnit':
      // a joint visit waits for the last unit
      return activeUnits({ units }).every(({ arrival }) => arrival !== null) ? ['secretary'] : [];
    case 'householdsMissing':
    case 'opinionsMissing':
      return ['secretary', 'gridWorker'];
    case 'planUnanswered':
      return plan === null
        ? []
        : units.filter((unit) => unit.departmentId === departmentId && unit.status !== 'objected').map((unit) => ofUnit(unit.departmentId));
    default:
      return [ofUnit(leadUnitId)];
  }
}

/** Units that have not answered or not come; who has answered and not come is confirmed by the secretary where a position fails. */
function arrivals({ units }: Pick<WhistleSnapshot, 'units'>): TodoMark[] {
  return units
    .filter(({ status, arrival }) => status === 'summoned' || (status === 'acknowledged' && arrival === null))
    .map(({ departmentId }) => ofUnit(departmentId));
}
