import type { Db, Prisma, Tx } from '#server/platform/db.ts';
import { type LimitMark, limitEscalation, limitHolder, limitMarks, type RunningLimit } from '#shared/clocks/clocks-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** A running limit as it is written; `passed` = marks that lay in the past when the limit was first seen, and are left out. */
export type PlannedLimit = { aggregateId: string; limit: RunningLimit; marks: readonly Instant[]; passed: number };
type Synced = { aggregateType: string; districtId: string; aggregateIds: readonly string[]; planned: readonly PlannedLimit[] };

/**
 * Leaves exactly the planned limits running for these aggregates, in one statement. How many marks are done stays with the start of a
 * limit, also of one that stopped and runs again; a row that a scheduler holds is waited for, so nothing it fires is lost or repeated.
 */
export async function writeLimits(tx: Tx, { aggregateType, districtId, aggregateIds, planned }: Synced): Promise<void> {
  const wanted = planned.map(({ aggregateId, limit, marks, passed }) => ({
    ...{ aggregate_id: aggregateId, key: limit.key, held: limit.held, emergency: limit.emergency },
    ...{ holder: limit.holder, escalates: limit.escalates, passed },
    started_at: new Date(limit.from),
    due_at: new Date(limit.due.at),
    marks: marks.map((at) => new Date(at)),
  }));
  await tx.$executeRaw`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(wanted)}::json) as w(
        "aggregate_id" uuid, "key" text, "started_at" timestamptz(3), "due_at" timestamptz(3), "held" boolean, "emergency" boolean,
        "holder" jsonb, "escalates" jsonb, "marks" timestamptz(3)[], "passed" int)
    ), gone as (
      delete from "running_limit" r
      where r."aggregate_type" = ${aggregateType} and r."aggregate_id" = any(${[...aggregateIds]}::uuid[])
        and not exists (select from wanted w where w."aggregate_id" = r."aggregate_id" and w."key" = r."key")
    )
    insert into "running_limit" as r ("aggregate_type", "aggregate_id", "key", "district_id", "started_at", "due_at", "held", "emergency",
      "holder", "escalates", "marks", "done", "next_at")
    select ${aggregateType}, w."aggregate_id", w."key", ${districtId}::uuid, w."started_at", w."due_at", w."held", w."emergency",
      w."holder", w."escalates", w."marks", before."done", case when w."held" then null else w."marks"[before."done" + 1] end
    from wanted w cross join lateral (
      select greatest(w."passed", coalesce(max(m."no"), 0)) as "done" from "limit_mark" m
      where m."aggregate_type" = ${aggregateType} and m."aggregate_id" = w."aggregate_id" and m."key" = w."key" and m."started_at" = w."started_at"
    ) before
    on conflict ("aggregate_type", "aggregate_id", "key") do update set
      "district_id" = excluded."district_id", "started_at" = excluded."started_at", "due_at" = excluded."due_at", "held" = excluded."held",
      "emergency" = excluded."emergency", "holder" = excluded."holder", "escalates" = excluded."escalates", "marks" = excluded."marks",
      "done" = case when r."started_at" = excluded."started_at" then r."done" else excluded."done" end,
      "next_at" = case
        when excluded."held" then null
        when r."started_at" = excluded."started_at" then excluded."marks"[r."done" + 1]
        else excluded."marks"[excluded."done" + 1] end
    where (r."district_id", r."started_at", r."due_at", r."held", r."emergency", r."holder", r."escalates", r."marks")
      is distinct from (excluded."district_id", excluded."started_at", excluded."due_at", excluded."held", excluded."emergency",
        excluded."holder", excluded."escalates", excluded."marks")`;
}

/** The earliest instant at which a mark is to fire; null when none is planned. */
export async function nextMarkAt(db: Db): Promise<Instant | null> {
  const rows = await db.$queryRaw<{ at: Date }[]>`
    select "next_at" as "at" from "running_limit" where "next_at" is not null order by "next_at" limit 1`;
  return rows[0]?.at.getTime() ?? null;
}

/**
 * Fires every mark that `now` has reached, of up to `limit` limits that nobody else is firing: moves the limits on and writes the marks in
 * one statement. Answers the ids of the marks and how many limits were taken.
 */
export async function fireMarks(tx: Tx, { now, limit }: { now: Instant; limit: number }): Promise<{ markIds: string[]; taken: number }> {
  const at = new Date(now);
  const rows = await tx.$queryRaw<{ taken: number; ids: string[] | null }[]>`
    with due as (
      select "id", "aggregate_type", "aggregate_id", "key", "started_at", "district_id", "due_at", "emergency", "holder", "escalates",
        "marks", "done", (select count(*)::int from unnest("marks") m where m <= ${at}::timestamptz) as "reached"
      from "running_limit" where "next_at" <= ${at}::timestamptz order by "next_at" limit ${limit} for update skip locked
    ), moved as (
      update "running_limit" r set ("done", "next_at") = (
        select count(*)::int, r."marks"[count(*) + 1] from unnest(r."marks") m where m <= ${at}::timestamptz)
      where r."id" = any (array(select "id" from due))
    ), fired as (
      insert into "limit_mark" ("aggregate_type", "aggregate_id", "key", "started_at", "no", "district_id", "due_at", "planned_at", "fired_at",
        "emergency", "holder", "escalates")
      select "aggregate_type", "aggregate_id", "key", "started_at", n, "district_id", "due_at", "marks"[n], ${at}::timestamptz,
        "emergency", "holder", "escalates"
      from due cross join generate_series("done" + 1, "reached") n
      on conflict do nothing
      returning "id"
    )
    select (select count(*)::int from due) as "taken", (select array_agg("id"::text) from fired) as "ids"`;
  return { markIds: rows[0]?.ids ?? [], taken: rows[0]?.taken ?? 0 };
}

/** A mark that fired: of which limit, when it was planned and when it happened, and who held the limit then. */
export type FiredMark = {
  id: string;
  aggregateType: string;
  aggregateId: string;
  districtId: string;
  mark: LimitMark;
  dueAt: Instant;
  plannedAt: Instant;
  firedAt: Instant;
} & Pick<RunningLimit, 'key' | 'from' | 'emergency' | 'holder' | 'escalates'>;

/** Marks by their ids, or all of an aggregate; in the order in which they fired. */
export async function findMarks(db: Db | Tx, where: Prisma.LimitMarkWhereInput): Promise<FiredMark[]> {
  const rows = await db.limitMark.findMany({ where, orderBy: { id: 'asc' } });
  return rows.flatMap(({ id, startedAt, dueAt, plannedAt, firedAt, no, holder, escalates, ...rest }): FiredMark[] => {
    const mark = limitMarks[no - 1];
    if (mark === undefined) return [];
    return [
      {
        ...rest,
        ...{ id: String(id), mark, from: startedAt.getTime() },
        ...{ dueAt: dueAt.getTime(), plannedAt: plannedAt.getTime(), firedAt: firedAt.getTime() },
        holder: limitHolder.parse(holder),
        escalates: limitEscalation.parse(escalates),
      },
    ];
  });
}
