import type { PlanTask } from './whistle-schema.ts';

/** What two drafts of a plan are compared by, task by task, in the order of the table. */
export const comparedFields = ['what', 'who', 'days', 'source', 'cost', 'quantity', 'proof'] as const;
export type ComparedField = (typeof comparedFields)[number];

const readers: Readonly<Record<ComparedField, (task: PlanTask) => unknown>> = {
  what: ({ what }) => what.trim(),
  who: ({ departmentId, dutyCode }) => `${departmentId ?? ''} ${dutyCode ?? ''}`,
  days: ({ from, to }) => `${from} ${to}`,
  source: ({ source }) => source,
  cost: ({ costFen }) => costFen,
  quantity: ({ quantity }) => quantity.trim(),
  proof: ({ proof }) => proof,
};

/** One task in two drafts; `fields` names what differs. */
export type ComparedTask =
  | { kind: 'added'; after: PlanTask }
  | { kind: 'removed'; before: PlanTask }
  | { kind: 'changed'; before: PlanTask; after: PlanTask; fields: ComparedField[] }
  | { kind: 'same'; before: PlanTask; after: PlanTask };

/** Sums in fen. */
export type PlanComparison = {
  tasks: ComparedTask[];
  added: number;
  removed: number;
  changed: number;
  costBefore: number;
  costAfter: number;
};

/**
 * What the later of two drafts changes, task by task in its order; tasks it drops stand at the end. A task keeps its id from draft to
 * draft; one written anew in the same words counts as the same task.
 */
export function comparePlans(before: readonly PlanTask[], after: readonly PlanTask[]): PlanComparison {
  const left = new Map(before.map((task) => [task.id, task]));
  const keptIds = new Set(after.map(({ id }) => id));
  const take = (task: PlanTask): PlanTask | undefined => {
    const former = left.get(task.id) ?? [...left.values()].find((each) => !keptIds.has(each.id) && each.what.trim() === task.what.trim());
    if (former) left.delete(former.id);
    return former;
  };
  const tasks = after.map((task): ComparedTask => {
    const former = take(task);
    if (!former) return { kind: 'added', after: task };
    const fields = comparedFields.filter((field) => readers[field](former) !== readers[field](task));
    return fields.length === 0 ? { kind: 'same', before: former, after: task } : { kind: 'changed', before: former, after: task, fields };
  });
  tasks.push(...[...left.values()].map((task): ComparedTask => ({ kind: 'removed', before: task })));
  const count = (kind: ComparedTask['kind']) => tasks.filter((each) => each.kind === kind).length;
  const cost = (draft: readonly PlanTask[]) => draft.reduce((sum, { costFen }) => sum + costFen, 0);
  return {
    ...{ tasks, added: count('added'), removed: count('removed'), changed: count('changed') },
    ...{ costBefore: cost(before), costAfter: cost(after) },
  };
}
