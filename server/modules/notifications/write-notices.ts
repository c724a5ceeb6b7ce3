import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { announceTo } from '#server/platform/live.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import { insertNotices, type NewNotice } from './notice-store.ts';
import type { People } from './people-at.ts';
import { queueDeliveries } from './queue-deliveries.ts';
import type { Recipient } from './reach-people.ts';
import { type Subject, settleTasks, supersedeReminders } from './settle-tasks.ts';

type Written = { notices: readonly NewNotice[]; subjects: readonly Subject[]; people: People };

/** Writes new notices about some subjects, takes what is done off the inboxes, queues the messages and rings at the people concerned; all in the caller's transaction. */
export async function writeNotices(platform: Platform, tx: Tx, { notices, subjects, people }: Written): Promise<void> {
  const told = await insertNotices(tx, notices);
  const superseded = await supersedeReminders(tx, told, people.now);
  const settled = await settleTasks(tx, { subjects, people });
  await queueDeliveries(platform, tx, { notices: told.filter(({ id }) => !settled.ids.has(id)), people });
  await announceTo(tx, [...new Set([...told.map(({ userId }) => userId), ...superseded, ...settled.changedInboxes])]);
}

/** Of several lines that name the same person the first counts, and nobody hears of their own act. */
export async function eachOnce<R>(
  rules: readonly R[],
  { recipients, actorId }: { recipients: (rule: R) => Promise<Recipient[]>; actorId: UserId | null },
): Promise<{ rule: R; recipient: Recipient }[]> {
  const told = new Map<string, { rule: R; recipient: Recipient }>();
  for (const rule of rules) {
    for (const recipient of await recipients(rule)) {
      if (recipient.userId !== actorId && !told.has(recipient.userId)) told.set(recipient.userId, { rule, recipient });
    }
  }
  return [...told.values()];
}
