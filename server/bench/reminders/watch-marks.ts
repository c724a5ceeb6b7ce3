import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '#server/platform/context.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** `committedAt`: from when on everybody could read it, by the database's clock, which is the machine's; `told` = the notices of the mark. */
export type SeenMark = {
  caseId: string;
  no: number;
  plannedAt: Instant;
  committedAt: Instant;
  told: readonly { userId: string; at: Instant }[];
};

const LOOK_MS = 200;
/** The database has to keep the times of commits. */
export const watchSettings = { track_commit_timestamp: 'on' } as const;

/** The newest mark there is. */
export async function newestMark({ db }: Platform): Promise<bigint> {
  return (await db.limitMark.aggregate({ _max: { id: true } }))._max.id ?? 0n;
}

/** Waits until no limit has a mark that fell due by then and nothing waits in the queue; looking costs the database next to nothing. */
export async function untilTold({ db }: Platform, { due, until }: { due: Instant; until: Instant }): Promise<void> {
  const waits = async () => {
    const [seen] = await db.$queryRaw<{ waits: boolean }[]>`
      select exists (select from "running_limit" where "next_at" <= ${new Date(due)})
        or exists (select from "graphile_worker"."_private_jobs" where "run_at" <= now()) as "waits"`;
    return seen?.waits !== false;
  };
  while (Date.now() < until && (await waits())) await sleep(LOOK_MS);
}

/** The marks after that one, each with what was told of it. */
export async function seenMarks({ db }: Platform, after: bigint): Promise<SeenMark[]> {
  const rows = await db.$queryRaw<{ caseId: string; no: number; planned: Date; committed: Date; told: SeenMark['told'] | null }[]>`
    select m."aggregate_id"::text as "caseId", m."no", m."planned_at" as "planned", pg_xact_commit_timestamp(m.xmin) as "committed", (
        select json_agg(json_build_object('userId', n."user_id", 'at', (extract(epoch from pg_xact_commit_timestamp(n.xmin)) * 1000)::bigint))
        from "notification" n where n."source" = 'mark:' || m."id") as "told"
    from "limit_mark" m where m."id" > ${after} order by m."id"`;
  return rows.map(({ caseId, no, planned, committed, told }) => ({
    ...{ caseId, no, told: told ?? [] },
    ...{ plannedAt: planned.getTime(), committedAt: committed.getTime() },
  }));
}
