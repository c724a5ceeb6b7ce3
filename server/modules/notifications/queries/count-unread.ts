import type { Ctx } from '#server/platform/context.ts';
import type { UnreadCount } from '#shared/notifications/notices-dto.ts';
import { inboxWhere } from '../inbox-where.ts';

/** How many rows the unread inbox opens, in all and by kind: counted by the very filter of the list. */
export async function countUnread(ctx: Ctx): Promise<UnreadCount> {
  const groups = await ctx.db.notification.groupBy({ by: ['kind'], where: inboxWhere(ctx.actor, { unread: true }), _count: true });
  return {
    total: groups.reduce((sum, { _count }) => sum + _count, 0),
    byKind: Object.fromEntries(groups.map(({ kind, _count }) => [kind, _count])),
  };
}
