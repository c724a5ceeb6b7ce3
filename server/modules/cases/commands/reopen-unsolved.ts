import * as z from 'zod/mini';
import type { Platform } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { caseId, requestId } from '#shared/kernel/ids.ts';
import { findCase } from '../case-store.ts';
import { systemCtx } from '../system-ctx.ts';
import { performCaseAction } from './perform-case-action.ts';

export const reopenUnsolvedJob = z.object({ caseId, requestId });

/**
 * Takes a case up again whose applicant said it is not solved (lifecycles D1, row 17, once automatically). A note written meanwhile
 * changes nothing: the case is taken as it is now. When an officer was quicker, the refusal is the end of it: its audit line stays,
 * nothing else happens. Throws when somebody acts in the same moment, so that the queue tries again.
 */
export async function reopenUnsolved(platform: Platform, job: z.infer<typeof reopenUnsolvedJob>): Promise<void> {
  const stored = await findCase(platform.db, job.caseId);
  if (!stored) return;
  const expectedVersion = stored.snapshot.version;
  const input = { ...job, expectedVersion, ground: 'notSolved', reason: '诉求人回访时表示没有解决' } as const;
  try {
    await performCaseAction(systemCtx(platform), { action: 'reopen', input });
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code === 'staleVersion') throw error;
  }
}
