import type { TaskList } from 'graphile-worker';
import * as z from 'zod/mini';
import { RECOMPUTE_TASK } from '#server/modules/calendar/index.ts';
import type { Platform } from '#server/platform/context.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { recomputeProvisionalDues } from './commands/recompute-provisional-dues.ts';
import { reopenUnsolved, reopenUnsolvedJob } from './commands/reopen-unsolved.ts';
import { REOPEN_TASK } from './follow-ups.ts';

const recomputeJob = z.object({ districtId: unitId });

/** What the queue does for cases; each may run twice. */
export function caseTasks(platform: Platform): TaskList {
  return {
    [REOPEN_TASK]: (payload) => reopenUnsolved(platform, reopenUnsolvedJob.parse(payload)),
    [RECOMPUTE_TASK]: async (payload) => {
      const { districtId } = recomputeJob.parse(payload);
      const changed = await recomputeProvisionalDues(platform, districtId);
      platform.log.info({ districtId, changed }, 'provisional due times computed again');
    },
  };
}
