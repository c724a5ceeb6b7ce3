import { findCase, readCaseEvents, readCaseSettings } from '#server/modules/cases/index.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import type { AppendedEvents } from '#server/platform/events.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { evolveCase } from '#shared/cases/evolve-case.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { noticeDue } from '#shared/notifications/case-dues.ts';
import { type CaseMoment, caseRules } from '#shared/notifications/case-notices.ts';
import { loudOf } from '#shared/notifications/notice-rules.ts';
import { caseRecipients } from '../case-recipients.ts';
import { noticeParams } from '../notice-params.ts';
import { lockSubjects, type NewNotice } from '../notice-store.ts';
import { type People, peopleAt } from '../people-at.ts';
import { eachOnce, writeNotices } from '../write-notices.ts';

/**
 * Tells of new events of a case whoever the table names (shared/notifications/case-notices.ts): one notice per person and event, however
 * often this runs, and takes tasks off the inboxes of those for whom nothing is left to do. Notices, and the news of them, are of one
 * transaction.
 */
export async function tellCaseEvents(platform: Platform, { aggregateId, fromSeq, toSeq }: AppendedEvents): Promise<void> {
  const now = platform.now();
  await inTransaction(platform, async (tx) => {
    await lockSubjects(tx, [aggregateId]);
    const people = peopleAt(tx, now);
    const moments = await readMoments(tx, aggregateId);
    const stored = await findCase(tx, aggregateId as CaseId);
    const snapshot = moments.at(-1)?.after;
    if (!stored || !snapshot) return;
    const unitIds = moments.flatMap(({ after }) => after.leadUnitId ?? []);
    const params = await noticeParams(tx, { districtId: stored.districtId, unitIds });
    const settings = await readCaseSettings(tx, { districtId: stored.districtId, at: now });
    const actionsOf = (actor: Actor) => availableActions({ snapshot, actor, now, settings });
    const notices: NewNotice[] = [];
    for (const moment of moments.filter(({ event: { meta } }) => meta.seq >= fromSeq && meta.seq <= toSeq)) {
      notices.push(...(await noticesOf(tx, { moment, people, params, actionsOf })));
    }
    await writeNotices(platform, tx, { notices, subjects: [{ id: aggregateId, actionsOf }], people });
  });
}

async function readMoments(tx: Tx, caseId: string): Promise<CaseMoment[]> {
  let before: CaseSnapshot | null = null;
  const moments: CaseMoment[] = [];
  for (const { event } of await readCaseEvents(tx, [caseId])) {
    const after: CaseSnapshot = evolveCase(before, event);
    moments.push({ event, before, after });
    before = after;
  }
  return moments;
}

type Telling = {
  moment: CaseMoment;
  people: People;
  params: Awaited<ReturnType<typeof noticeParams>>;
  actionsOf: (actor: Actor) => readonly CaseAction[];
};

async function noticesOf(tx: Tx, { moment, people, params, actionsOf }: Telling): Promise<NewNotice[]> {
  const { event, after } = moment;
  const recipients = ({ to, does }: ReturnType<typeof caseRules>[number]) => {
    const able = does === null ? undefined : (actor: Actor) => actionsOf(actor).includes(does);
    return caseRecipients(tx, to, { moment, people, able });
  };
  const told = await eachOnce(caseRules(moment), { recipients, actorId: event.meta.actorId });
  return told.map(({ rule, recipient: { userId, via, own } }) => ({
    source: `case:${after.id}:${event.meta.seq}`,
    ...{ userId, via, at: event.meta.at, kind: rule.kind, loud: loudOf(rule, after.urgency), topic: rule.topic, does: rule.does },
    params: params({ no: own ? own.no : after.caseNo, due: noticeDue(rule.topic, after), unitId: after.leadUnitId }),
    subject: { type: 'case' as const, id: own?.id ?? after.id },
    unitPath: after.scopePath,
  }));
}
