import * as z from 'zod/mini';
import type { Platform } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { caseId, requestId } from '#shared/kernel/ids.ts';
import { systemCtx } from '../system-ctx.ts';
import { performCaseAction } from './perform-case-action.ts';

export const reopenUnsolvedJob = z.object({ caseId, expectedVersion: z.int(), requestId });

/**
 * Takes a case up again whose applicant said it is not solved (lifecycles D1, row 17, once automatically). When an officer was
 * quicker, the refusal is the end of it: its audit line stays, nothing else happens.
 */
export async function reopenUnsolved(platform: Platform, job: z.infer<typeof reopenUnsolvedJob>): Promise<void> {
  const input = { ...job, ground: 'notSolved', reason: '诉求人回访时表示没有解决' } as const;
  try {
    await performCaseAction(systemCtx(platform), { action: 'reopen', input });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
}
