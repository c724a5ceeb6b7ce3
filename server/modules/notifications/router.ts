import { actorProcedure, router } from '#server/platform/trpc.ts';
import { deadLettersInput, listDeadLettersInput } from '#shared/notifications/dead-letters.ts';
import { listNoticesInput, markReadInput } from '#shared/notifications/notifications-schema.ts';
import { savePreferencesInput, testMessageInput } from '#shared/notifications/preferences.ts';
import { markRead } from './commands/mark-read.ts';
import { savePreferences } from './commands/save-preferences.ts';
import { sendTestMessage } from './commands/send-test-message.ts';
import { settleDeadLetters } from './commands/settle-dead-letters.ts';
import { countUnread } from './queries/count-unread.ts';
import { listDeadLetters } from './queries/list-dead-letters.ts';
import { listNotices } from './queries/list-notices.ts';
import { readPreferences } from './queries/read-preferences.ts';

export const notificationsRouter = router({
  list: actorProcedure.input(listNoticesInput).query(({ ctx, input }) => listNotices(ctx, input)),
  unreadCount: actorProcedure.query(({ ctx }) => countUnread(ctx)),
  preferences: actorProcedure.query(({ ctx }) => readPreferences(ctx)),
  savePreferences: actorProcedure.input(savePreferencesInput).mutation(({ ctx, input }) => savePreferences(ctx, input)),
  sendTest: actorProcedure.input(testMessageInput).mutation(({ ctx, input }) => sendTestMessage(ctx, input)),
  deadLetters: actorProcedure.input(listDeadLettersInput).query(({ ctx, input }) => listDeadLetters(ctx, input)),
  settleDeadLetters: actorProcedure.input(deadLettersInput).mutation(({ ctx, input }) => settleDeadLetters(ctx, input)),
  markRead: actorProcedure.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
});
