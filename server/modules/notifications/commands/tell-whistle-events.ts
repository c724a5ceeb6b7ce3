import { findWhistle, readWhistleHistory, readWhistleSettings } from '#server/modules/dispatch/index.ts';
import type { Platform } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import type { AppendedEvents } from '#server/platform/events.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { evolveWhistle } from '#shared/dispatch/evolve-whistle.ts';
import type { WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import { availableWhistleActions } from '#shared/dispatch/whistle-lifecycle.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { loudOf } from '#shared/notifications/notice-rules.ts';
import { unitOfWhistle, whistleNoticeDue } from '#shared/notifications/whistle-dues.ts';
import type { WhistleMoment } from '#shared/notifications/whistle-notices.ts';
import { noticeParams } from '../notice-params.ts';
import { lockSubjects, type NewNotice } from '../notice-store.ts';
import { type People, peopleAt } from '../people-at.ts';
import { textDoors } from '../text-doors.ts';
import { whistleTellings } from '../whistle-recipients.ts';
import { writeNotices } from '../write-notices.ts';

/** Tells of new events of a whistle whoever the table names (shared/notifications/whistle-notices.ts), each person once, as of a case. */
export async function tellWhistleEvents(platform: Platform, { aggregateId, fromSeq, toSeq }: AppendedEvents): Promise<void> {
  const now = platform.now();
  const id = aggregateId as WhistleId;
  await inTransaction(platform, async (tx) => {
    await lockSubjects(tx, [aggregateId]);
    const people = peopleAt(tx, now);
    const moments = await readMoments(tx, id);
    const stored = await findWhistle(tx, id);
    const snapshot = moments.at(-1)?.after;
    if (!stored || !snapshot) return;
    const params = await noticeParams(tx, { districtId: stored.districtId, unitIds: moments.map(unitOfWhistle) });
    const notices: NewNotice[] = [];
    const fresh = moments.filter(({ event: { meta } }) => meta.seq >= fromSeq && meta.seq <= toSeq);
    const settings = await readWhistleSettings(tx, { districtId: stored.districtId, at: now });
    for (const moment of fresh) {
      notices.push(...(await noticesOf(tx, { moment, people, params, settings })));
    }
    await textDoors(platform, tx, { moments: fresh, districtId: stored.districtId, now });
    const actionsOf = (actor: Parameters<typeof availableWhistleActions>[0]['actor']) =>
      availableWhistleActions({ snapshot, actor, now, settings });
    await writeNotices(platform, tx, { notices, subjects: [{ id: aggregateId, actionsOf }], people });
  });
}

async function readMoments(tx: Tx, id: WhistleId): Promise<WhistleMoment[]> {
  let before: WhistleSnapshot | null = null;
  const moments: WhistleMoment[] = [];
  for (const event of await readWhistleHistory(tx, id)) {
    const after: WhistleSnapshot = evolveWhistle(before, event);
    moments.push({ event, before, after });
    before = after;
  }
  return moments;
}

type Telling = {
  moment: WhistleMoment;
  people: People;
  params: Awaited<ReturnType<typeof noticeParams>>;
  settings: WhistleSettings;
};

async function noticesOf(tx: Tx, { moment, people, params, settings }: Telling): Promise<NewNotice[]> {
  const { event, after } = moment;
  const told = await whistleTellings(tx, { moment, people, settings });
  const urgency = after.whistleType === 'emergency' ? 'emergency' : null;
  const [due, unitId] = [whistleNoticeDue(moment), unitOfWhistle(moment)];
  return told.map(({ rule, recipient: { userId, via, own } }) => ({
    source: `whistle:${after.id}:${event.meta.seq}`,
    ...{ userId, via, at: event.meta.at, kind: rule.kind, loud: loudOf(rule, urgency), topic: rule.topic, does: rule.does },
    params: params({ no: own ? own.no : after.whistleNo, due, unitId }),
    // whoever follows a case reads what was decided on the page of the own case
    subject: own ? { type: 'case' as const, id: own.id } : { type: 'whistle' as const, id: after.id },
    unitPath: after.scopePath,
  }));
}
