import { actorProcedure, router } from '#server/platform/trpc.ts';
import { listNoticesInput, markReadInput } from '#shared/notifications/notifications-schema.ts';
import { markRead } from './commands/mark-read.ts';
import { countUnread } from './queries/count-unread.ts';
import { listNotices } from './queries/list-notices.ts';

export const notificationsRouter = router({
  list: actorProcedure.input(listNoticesInput).query(({ ctx, input }) => listNotices(ctx, input)),
  unreadCount: actorProcedure.query(({ ctx }) => countUnread(ctx)),
  markRead: actorProcedure.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
});
