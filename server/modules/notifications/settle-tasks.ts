import { readActor } from '#server/modules/identity/index.ts';
import type { Tx } from '#server/platform/db.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** A task that its reader cannot do any more (somebody did it, or the case went elsewhere) waits no longer. Tells whose inbox changed. */
export async function settleTasks(tx: Tx, { snapshot, now }: { snapshot: CaseSnapshot; now: Instant }): Promise<string[]> {
  const open = await tx.notification.findMany({
    where: { subjectId: snapshot.id, kind: 'task', settledAt: null },
    select: { id: true, userId: true, does: true, readAt: true },
  });
  const settled: typeof open = [];
  const may = new Map<string, readonly string[]>();
  for (const task of open) {
    const actions = may.get(task.userId) ?? (await actionsOf(tx, { userId: task.userId, snapshot, now }));
    may.set(task.userId, actions);
    if (task.does === null || !actions.includes(task.does)) settled.push(task);
  }
  const at = new Date(now);
  const where = { id: { in: settled.map(({ id }) => id) } };
  await tx.notification.updateMany({ where, data: { settledAt: at } });
  await tx.notification.updateMany({ where: { ...where, readAt: null }, data: { readAt: at } });
  return settled.filter(({ readAt }) => readAt === null).map(({ userId }) => userId);
}

async function actionsOf(tx: Tx, { userId, snapshot, now }: { userId: string; snapshot: CaseSnapshot; now: Instant }) {
  const actor = await readActor(tx, { userId, now });
  return actor ? availableActions({ snapshot, actor, now }) : [];
}
