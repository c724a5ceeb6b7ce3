import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '#server/platform/context.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { PLANNED } from './plan-limits.ts';

/** `committedAt`: from when on everybody could read it, by the database's clock, which is the machine's. */
export type SeenMark = { no: number; plannedAt: Instant; firedAt: Instant; committedAt: Instant };

const LOOK_MS = 200;
/** The database has to keep the times of commits. */
export const watchSettings = { track_commit_timestamp: 'on' } as const;

type Watched = { before: number; count: number; until: Instant };

/** How many marks there are. */
export async function countMarks({ db }: Platform): Promise<number> {
  return db.limitMark.count({ where: { aggregateType: PLANNED } });
}

/** Waits until so many marks are there beyond those before, or the time is over; reading them then costs the clocks nothing. */
export async function watchMarks(platform: Platform, { before, count, until }: Watched): Promise<SeenMark[]> {
  while ((await countMarks(platform)) < before + count && Date.now() < until) await sleep(LOOK_MS);
  const rows = await platform.db.$queryRaw<{ no: number; planned: Date; fired: Date; committed: Date }[]>`
    select "no", "planned_at" as "planned", "fired_at" as "fired", pg_xact_commit_timestamp(xmin) as "committed"
    from "limit_mark" where "aggregate_type" = ${PLANNED} order by "fired_at", "id" offset ${before}`;
  return rows.map(({ no, planned, fired, committed }) => ({
    no,
    ...{ plannedAt: planned.getTime(), firedAt: fired.getTime(), committedAt: committed.getTime() },
  }));
}
