import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { unitDuties } from './unit-duties.ts';
import { watchedLimit } from './whistle-clock.ts';
import type { WhistleSettings } from './whistle-context.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import { type TodoMark, todoOf, unitOfMark } from './whistle-todo.ts';

/** A mark with the instant by which its step is owed; null = no limit runs for it. */
export type TodoDue = { mark: TodoMark; due: Instant | null };

/** Everybody who owes a step, and until when: a unit by its own nearest limit, the others by the limit to watch. */
export function todoDues(snapshot: WhistleSnapshot, settings: WhistleSettings): TodoDue[] {
  const watched = watchedLimit(snapshot)?.due?.at ?? null;
  const ownDue = (id: DepartmentId) => unitDuties(snapshot, id, settings)[0]?.due ?? null;
  return todoOf(snapshot, settings).map((mark) => {
    const unit = unitOfMark(mark);
    return { mark, due: unit === null ? watched : ownDue(unit) };
  });
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
