import type { TaskList } from 'graphile-worker';
import * as z from 'zod/mini';
import type { Platform } from '#server/platform/context.ts';
import { addJobs } from '#server/platform/jobs.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type FiredMark, findMarks } from './clocks-store.ts';

/** The queue's task that tells the subscribers which marks fired; payload `{ markIds }`. */
export const MARKED_TASK = 'clocks.marked';

const markedJob = z.object({ markIds: z.array(z.string()) });

/** Acts on marks that fired. Told at least once of each, so it must bear a repeat. */
export type ClockSubscriber = (platform: Platform, marks: readonly FiredMark[]) => Promise<void>;

/** The marks of one case or whistle. */
type Subject = readonly FiredMark[];
type Failure = { subject: Subject; error: unknown };

/** What the queue does for clocks. */
export function clockTasks(platform: Platform, subscribers: readonly ClockSubscriber[]): TaskList {
  return {
    [MARKED_TASK]: async (payload) => {
      const { markIds } = markedJob.parse(payload);
      const marks = await findMarks(platform.db, { id: { in: markIds.map(BigInt) } });
      platform.log.info({ marks: marks.length }, 'limits reached their marks');
      const subjects = [...Map.groupBy(marks, ({ aggregateType, aggregateId }) => `${aggregateType} ${aggregateId}`).values()];
      const failures: Failure[] = [];
      for (const subscriber of subscribers) failures.push(...(await tell(platform, { subscriber, subjects })));
      const [first] = failures;
      // alone already: the queue tries it again and keeps it with its error when its tries are over
      if (first && subjects.length === 1) throw first.error;
      await retryAlone(platform, failures);
    },
  };
}

/** Tells of many subjects at once and, where that fails, of each half by itself, down to those that cannot be told of. */
async function tell(
  platform: Platform,
  { subscriber, subjects }: { subscriber: ClockSubscriber; subjects: readonly Subject[] },
): Promise<Failure[]> {
  try {
    await subscriber(platform, subjects.flat());
    return [];
  } catch (error) {
    const [subject, ...others] = subjects;
    if (subject === undefined) throw error;
    // a database that does not answer is no subject's fault: then the whole job is tried again
    await platform.db.$queryRaw`select 1`;
    if (others.length === 0) return [{ subject, error }];
    const half = Math.ceil(subjects.length / 2);
    const failures: Failure[] = [];
    for (const part of [subjects.slice(0, half), subjects.slice(half)])
      failures.push(...(await tell(platform, { subscriber, subjects: part })));
    return failures;
  }
}

/** Each subject that holds up nobody but itself gets a job of its own; once, when the job that asks for it runs twice. */
async function retryAlone(platform: Platform, failures: readonly Failure[]): Promise<void> {
  for (const { subject, error } of failures) {
    const { aggregateType, aggregateId } = subject[0] ?? {};
    platform.log.warn({ err: error, aggregateType, aggregateId }, 'marks of one subject cannot be told yet');
  }
  if (failures.length === 0) return;
  const alone = new Set(failures.map(({ subject }) => subject));
  const jobs = [...alone].map((subject) => {
    const markIds = subject.map(({ id }) => id);
    return { task: MARKED_TASK, payload: { markIds }, key: `${MARKED_TASK}:${markIds[0]}` };
  });
  await inTransaction(platform, (tx) => addJobs(tx, jobs));
}
