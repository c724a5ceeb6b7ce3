import type { Tx } from '#server/platform/db.ts';
import { newId } from '#server/platform/ids.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { NoticeParams, NoticeTopic } from '#shared/notifications/notices.i18n.ts';
import type { Loudness, NoticeKind, SubjectType } from '#shared/notifications/notifications-schema.ts';

/** A notice to write; `source` and the person together are unique. */
export type NewNotice = {
  source: string;
  userId: UserId;
  at: Instant;
  kind: NoticeKind;
  loud: Loudness;
  topic: NoticeTopic;
  params: NoticeParams;
  subject: { type: SubjectType; id: string };
  unitPath: string;
  does: string | null;
  via: string | null;
};

export type InsertedNotice = NewNotice & { id: string };

/** One aggregate's notices are written one job after the other, so that no job settles what another is about to write. */
export async function lockSubjects(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  // in one order, so that two jobs never wait for each other
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('notices ' || "id", 0)) from (
      select "id" from unnest(${[...subjectIds]}::text[]) "id" order by 1 offset 0
    ) ordered`;
}

/** Writes what is not written yet, in one statement, and tells whom it was written for: whoever runs twice tells nobody twice. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<InsertedNotice[]> {
  if (notices.length === 0) return [];
  const known = notices.map((notice) => ({ ...notice, id: newId<string>(notice.at) }));
  const rows = known.map(({ id, source, userId, at, kind, loud, topic, params, subject, unitPath, does, via }) => ({
    ...{ id, source, kind, loud, topic, params, does, via, user_id: userId, unit_path: unitPath },
    ...{ at: new Date(at), subject_type: subject.type, subject_id: subject.id },
  }));
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into "notification" ("id", "source", "user_id", "at", "kind", "loud", "topic", "params", "subject_type", "subject_id", "unit_path",
      "does", "via")
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as n("id" uuid, "source" text, "user_id" uuid, "at" timestamptz(3),
      "kind" text, "loud" text, "topic" text, "params" jsonb, "subject_type" text, "subject_id" uuid, "unit_path" text, "does" text, "via" text)
    on conflict do nothing
    returning "id"`;
  const ids = new Set(written.map(({ id }) => id));
  return known.filter(({ id }) => ids.has(id));
}
