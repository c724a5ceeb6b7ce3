import { readActor } from '#server/modules/identity/index.ts';
import type { Tx } from '#server/platform/db.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';

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

type Settling = { subjectId: string; now: Instant; actionsOf: (actor: Actor) => readonly string[] };

/** A task or reminder whose reader cannot do its act any more (somebody did it, or it went elsewhere) waits no longer. Tells whose inbox changed. */
export async function settleTasks(tx: Tx, { subjectId, now, actionsOf }: Settling): Promise<string[]> {
  const open = await tx.notification.findMany({
    where: { subjectId, kind: { in: ['task', 'reminder'] }, settledAt: null, does: { not: null } },
    select: { id: true, userId: true, does: true, readAt: true },
  });
  const may = new Map<string, readonly string[]>();
  for (const userId of new Set(open.map((task) => task.userId))) {
    const actor = await readActor(tx, { userId, now });
    may.set(userId, actor ? actionsOf(actor) : []);
  }
  const settled = open.filter(({ userId, does }) => does === null || !may.get(userId)?.includes(does));
  const at = new Date(now);
  const where = { id: { in: settled.map(({ id }) => id) } };
  await tx.notification.updateMany({ where, data: { settledAt: at } });
  await tx.notification.updateMany({ where: { ...where, readAt: null }, data: { readAt: at } });
  return settled.filter(({ readAt }) => readAt === null).map(({ userId }) => userId);
}
