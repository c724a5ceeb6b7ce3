import type { Tx } from '#server/platform/db.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { People } from './people-at.ts';

/** A later reminder of the same step takes the place of an earlier one. Tells whose inbox changed. */
export async function supersedeReminders(tx: Tx, told: readonly { id: string; userId: string }[], now: Instant): Promise<string[]> {
  if (told.length === 0) return [];
  const at = new Date(now);
  return tx.$queryRaw<{ userId: string }[]>`
      update "notification" o set "settled_at" = ${at}, "read_at" = coalesce(o."read_at", ${at})
      from "notification" n
      where n."id" = any(${told.map(({ id }) => id)}::uuid[]) and n."kind" = 'reminder'
        and o."user_id" = n."user_id" and o."subject_id" = n."subject_id" and o."kind" = 'reminder' and o."does" is not distinct from n."does"
        and o."settled_at" is null and o."id" <> all(${told.map(({ id }) => id)}::uuid[])
      returning o."user_id" as "userId"`.then((rows) => rows.map(({ userId }) => userId));
}

/** A case or whistle and what somebody may do to it now. */
export type Subject = { id: string; actionsOf: (actor: Actor) => readonly string[] };

/** A task or reminder whose reader cannot do its act any more (somebody did it, or it went elsewhere) waits no longer. */
export async function settleTasks(
  tx: Tx,
  { subjects, people }: { subjects: readonly Subject[]; people: People },
): Promise<{ ids: ReadonlySet<string>; changedInboxes: string[] }> {
  const open = await tx.notification.findMany({
    where: { subjectId: { in: subjects.map(({ id }) => id) }, kind: { in: ['task', 'reminder'] }, settledAt: null, does: { not: null } },
    select: { id: true, userId: true, subjectId: true, does: true, readAt: true },
  });
  const actionsOf = new Map(subjects.map((subject) => [subject.id, subject.actionsOf]));
  const readers = new Set(open.map(({ userId }) => userId));
  const actors = new Map(await Promise.all([...readers].map(async (userId) => [userId, await people.actor(userId)] as const)));
  const may = new Map<string, readonly string[]>();
  for (const { userId, subjectId } of open) {
    const key = `${userId} ${subjectId}`;
    const actor = may.has(key) ? null : actors.get(userId);
    if (actor) may.set(key, actionsOf.get(subjectId)?.(actor) ?? []);
  }
  const settled = open.filter(({ userId, subjectId, does }) => does === null || !may.get(`${userId} ${subjectId}`)?.includes(does));
  const ids = settled.map(({ id }) => id);
  if (ids.length > 0) {
    const at = new Date(people.now);
    await tx.$executeRaw`
      update "notification" set "settled_at" = ${at}, "read_at" = coalesce("read_at", ${at}) where "id" = any(${ids}::uuid[])`;
  }
  return { ids: new Set(ids), changedInboxes: settled.filter(({ readAt }) => readAt === null).map(({ userId }) => userId) };
}
