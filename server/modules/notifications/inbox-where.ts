import type { Prisma } from '#server/platform/db.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { postKey } from '#shared/notifications/notice-scope.ts';
import type { NoticeKind } from '#shared/notifications/notifications-schema.ts';

export type InboxFilter = { unread?: boolean; kind?: NoticeKind | undefined };

/** The one filter of the inbox: list, unread count and marking as read use it. What was told to a post that has ended is not in it. */
export function inboxWhere(actor: Actor, { unread = false, kind }: InboxFilter = {}): Prisma.NotificationWhereInput {
  return {
    userId: actor.userId,
    OR: [{ via: null }, { via: { in: actor.posts.map(postKey) } }],
    ...(unread ? { readAt: null } : {}),
    ...(kind ? { kind } : {}),
  };
}
