import type { DepartmentId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import { unitDuties } from './unit-duties.ts';
import { watchedLimit } from './whistle-clock.ts';
import type { WhistleSettings } from './whistle-context.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import { personOfMark, type TodoMark, todoOf, unitOfMark } from './whistle-todo.ts';

/** A mark with the instant by which its step is owed; null = no limit runs for it. */
export type TodoDue = { mark: TodoMark; due: Instant | null };

/** Everybody who owes a step, and until when: a unit and a person by their own nearest limit, the offices by the limit to watch. */
export function todoDues(snapshot: WhistleSnapshot, settings: WhistleSettings): TodoDue[] {
  const watched = watchedLimit(snapshot)?.due?.at ?? null;
  const ownDue = (id: DepartmentId) => unitDuties(snapshot, id, settings)[0]?.due ?? null;
  return todoOf(snapshot, settings).map((mark) => {
    const [unit, person] = [unitOfMark(mark), personOfMark(mark)];
    if (person !== null) return { mark, due: judgingDue(snapshot, person) };
    return { mark, due: unit === null ? watched : ownDue(unit) };
  });
}

/** Until when a person judges the nearest reply to a supervision of their own. */
function judgingDue(snapshot: WhistleSnapshot, id: UserId): Instant | null {
  const own = new Set(snapshot.units.flatMap(({ departmentId, supervision }) => (supervision?.byId === id ? [departmentId] : [])));
  const dues = runningWhistleLimits(snapshot).flatMap(({ limit, departmentId, due }) =>
    limit === 'judging' && departmentId !== null && own.has(departmentId) && due !== null ? [due.at] : [],
  );
  return dues.length === 0 ? null : Math.min(...dues);
}

type Marked<T> = T & { mark: string; due: Instant | null };

/** Of the marks of one whistle that are one person's, the one the row stands under: an own unit's before an office's, then the nearest due. */
export function leadingMark<T>(marks: readonly Marked<T>[]): Marked<T> | null {
  const order = (mark: Marked<T>): [number, number, string] => [
    unitOfMark(mark.mark) === null ? 1 : 0,
    mark.due ?? Number.POSITIVE_INFINITY,
    mark.mark,
  ];
  const before = (a: Marked<T>, b: Marked<T>) => {
    const [left, right] = [order(a), order(b)];
    const index = left.findIndex((value, at) => value !== right[at]);
    return index >= 0 && (left[index] ?? 0) < (right[index] ?? 0);
  };
  return marks.reduce((first: Marked<T> | null, mark) => (first === null || before(mark, first) ? mark : first), null);
}
