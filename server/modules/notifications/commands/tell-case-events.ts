import { readCaseEvents } from '#server/modules/cases/index.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import type { AppendedEvents } from '#server/platform/events.ts';
import { announceTo } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { evolveCase } from '#shared/cases/evolve-case.ts';
import { type CaseMoment, caseRules } from '#shared/notifications/case-notices.ts';
import { loudOf, type NoticeRule } from '#shared/notifications/notice-rules.ts';
import { insertNotices, lockSubject, type NewNotice } from '../notice-store.ts';
import { type ParamsOf, paramsOfCase } from '../params-of-case.ts';
import { type Recipient, recipientsOf } from '../recipients.ts';
import { settleTasks } from '../settle-tasks.ts';

/**
 * Tells of new events of a case whoever the table names (shared/notifications/case-notices.ts): one notice per person and event, however
 * often this runs, and takes tasks off the inboxes of those for whom nothing is left to do. Notices, and the news of them, are of one
 * transaction.
 */
export async function tellCaseEvents(platform: Platform, { aggregateId, fromSeq, toSeq }: AppendedEvents): Promise<void> {
  const now = platform.now();
  await inTransaction(platform, async (tx) => {
    await lockSubject(tx, aggregateId);
    const { moments, head } = await readMoments(tx, aggregateId);
    if (!head) return;
    const paramsOf = await paramsOfCase(tx, head);
    const notices: NewNotice[] = [];
    for (const moment of moments.filter(({ event: { meta } }) => meta.seq >= fromSeq && meta.seq <= toSeq)) {
      notices.push(...(await noticesOf(tx, { moment, now, paramsOf })));
    }
    const told = await insertNotices(tx, notices);
    const settled = await settleTasks(tx, { snapshot: head, now });
    await announceTo(tx, [...new Set([...told.map(({ userId }) => userId), ...settled])]);
  });
}

async function readMoments(tx: Tx, caseId: string): Promise<{ moments: CaseMoment[]; head: CaseSnapshot | null }> {
  let head: CaseSnapshot | null = null;
  const moments: CaseMoment[] = [];
  for (const { event } of await readCaseEvents(tx, [caseId])) {
    const before: CaseSnapshot | null = head;
    const after = evolveCase(before, event);
    moments.push({ event, before, after });
    head = after;
  }
  return { moments, head };
}

type Telling = { moment: CaseMoment; now: number; paramsOf: ParamsOf };

/** The notices of one event; of several lines that name the same person the first counts, and nobody hears of their own act. */
async function noticesOf(tx: Tx, { moment, now, paramsOf }: Telling): Promise<NewNotice[]> {
  const told = new Map<string, { rule: NoticeRule; recipient: Recipient }>();
  for (const rule of caseRules(moment)) {
    for (const recipient of await recipientsOf(tx, rule.to, { moment, now })) {
      if (recipient.userId === moment.event.meta.actorId || told.has(recipient.userId)) continue;
      told.set(recipient.userId, { rule, recipient });
    }
  }
  const { event, after } = moment;
  return [...told.values()].map(({ rule, recipient: { userId, via, own } }) => ({
    source: `case:${after.id}:${event.meta.seq}`,
    ...{ userId, via, at: event.meta.at, kind: rule.kind, loud: loudOf(rule, after.urgency), topic: rule.topic, does: rule.does },
    params: paramsOf(rule.topic, { after, no: own ? own.no : after.caseNo }),
    subject: { type: 'case' as const, id: own?.id ?? after.id },
    unitPath: after.scopePath,
  }));
}
