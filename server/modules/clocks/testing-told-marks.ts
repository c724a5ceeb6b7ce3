import type { Db } from '#server/platform/db.ts';
import { MARKED_TASK } from './clock-tasks.ts';

/** Ids of marks that jobs in the queue tell the subscribers of, as often as they are told. */
export async function toldMarks(db: Db, among: ReadonlySet<string>): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select json_array_elements_text(jobs."payload" -> 'markIds') as "id" from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks."id" = jobs."task_id" where tasks."identifier" = ${MARKED_TASK}`;
  return rows.map(({ id }) => id).filter((id) => among.has(id));
}
