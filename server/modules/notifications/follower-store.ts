import type { Tx } from '#server/platform/db.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';

type Follower = { userId: UserId; via: null; own: { id: string; no: string | null } };

/**
 * The applicants of cases and of every case that was joined to them, directly or through others: each person once, with the own case to
 * open, a main case before a joined one, an earlier one before a later.
 */
export async function followersOf(tx: Tx, caseIds: readonly CaseId[]): Promise<Follower[]> {
  const rows = await tx.$queryRaw<{ userId: UserId; id: string; no: string | null }[]>`
    with recursive joined ("id") as (
      select unnest(${[...caseIds]}::uuid[])
      union
      select c."id" from "case" c join joined j on c."duplicate_of_id" = j."id"
    )
    select distinct on (c."applicant_id") c."applicant_id" as "userId", c."id", c."case_no" as "no"
    from "case" c join joined j on j."id" = c."id"
    where c."applicant_id" is not null
    order by c."applicant_id", not c."id" = any(${[...caseIds]}::uuid[]), c."reported_at", c."id"`;
  return rows.map(({ userId, ...own }) => ({ userId, via: null, own }));
}
