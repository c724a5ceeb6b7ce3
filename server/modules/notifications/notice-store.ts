import type { Prisma, Tx } from '#server/platform/db.ts';
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

const inserted = { id: true, userId: true, at: true, kind: true, loud: true, unitPath: true } as const;
export type InsertedNotice = Prisma.NotificationGetPayload<{ select: typeof inserted }>;

/** One aggregate's notices are written one job after the other, so that no job settles what another is about to write. */
export async function lockSubjects(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  // in one order, so that two jobs never wait for each other
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('notices ' || "id", 0)) from (
      select "id" from unnest(${[...subjectIds]}::text[]) "id" order by 1 offset 0
    ) ordered`;
}

/** Writes what is not written yet and tells whom it was written for: whoever runs twice tells nobody twice. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<InsertedNotice[]> {
  if (notices.length === 0) return [];
  return tx.notification.createManyAndReturn({ data: notices.map(toRow), skipDuplicates: true, select: inserted });
}

function toRow({ subject, at, params, ...notice }: NewNotice): Prisma.NotificationCreateManyInput {
  return {
    ...notice,
    id: newId(at),
    at: new Date(at),
    params: params satisfies object as Prisma.InputJsonObject,
    subjectType: subject.type,
    subjectId: subject.id,
  };
}
