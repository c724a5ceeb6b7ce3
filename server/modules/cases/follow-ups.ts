import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import { addJob } from '#server/platform/jobs.ts';
import type { NewCaseEvent } from '#shared/cases/cases-events.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';

/** The queue's task that takes an unsolved case up again. */
export const REOPEN_TASK = 'cases.reopenUnsolved';

/** What happens by itself after a decision: a case whose applicant says it is not solved is taken up again, once. */
export async function enqueueFollowUps(
  tx: Tx,
  { snapshot, events }: { snapshot: CaseSnapshot; events: readonly NewCaseEvent[] },
): Promise<void> {
  const unsolved = events.some((event) => event.type === 'CallbackRecorded' && event.payload.solved === 'no');
  if (!unsolved || snapshot.reopenedAutomatically) return;
  // the request id travels with the job, so that a job that runs twice reopens once
  const payload = { caseId: snapshot.id, requestId: newId() };
  await addJob(tx, { task: REOPEN_TASK, payload, key: `${REOPEN_TASK}:${snapshot.id}` });
}
