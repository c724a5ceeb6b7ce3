import type { Ctx } from '#server/platform/context.ts';
import { announceTo } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { MarkReadInput } from '#shared/notifications/notifications-schema.ts';
import { inboxWhere } from '../inbox-where.ts';

/** Marks own notices as read: the named ones, or all up to and with one. Other people's stay as they are. Tells how many changed. */
export async function markRead(ctx: Ctx, input: MarkReadInput): Promise<{ changed: number }> {
  const which =
    'ids' in input
      ? { AND: [inboxWhere(ctx.actor, { unread: true }), { id: { in: input.ids } }] }
      : { AND: [inboxWhere(ctx.actor, { unread: true, kind: input.kind }), { id: { lte: input.upTo } }] };
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.notification.updateMany({ where: which, data: { readAt: new Date(ctx.now()) } });
    // the bell in the person's other windows
    if (count > 0) await announceTo(tx, [ctx.actor.userId]);
    return { changed: count };
  });
}
