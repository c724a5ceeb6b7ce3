import { findCase } from '#server/modules/cases/index.ts';
import type { ClockSubscriber } from '#server/modules/clocks/index.ts';
import { findWhistle } from '#server/modules/dispatch/index.ts';
import type { Tx } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import { type ScopeFacts, scopeFacts } from '#shared/cases/cases-policy.ts';
import { allowedInState } from '#shared/cases/cases-table.ts';
import { availableWhistleActions } from '#shared/dispatch/whistle-lifecycle.ts';
import { whistleAllowedIn } from '#shared/dispatch/whistle-table.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { CaseId, DepartmentId, WhistleId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { caseActOfLimit, limitName, markNotices, whistleActOfLimit } from '#shared/notifications/clock-notices.ts';
import type { SubjectType } from '#shared/notifications/notifications-schema.ts';
import { markRecipients } from '../mark-recipients.ts';
import { noticeParams } from '../notice-params.ts';
import { lockSubject } from '../notice-store.ts';
import { placeOfWhistle } from '../whistle-recipients.ts';
import { eachOnce, writeNotices } from '../write-notices.ts';

/** What a mark needs to know of its case or whistle. */
type Marked = {
  type: SubjectType;
  no: string | null;
  facts: ScopeFacts;
  unitId: DepartmentId | null;
  does: string | null;
  actionsOf: (actor: Actor) => readonly string[];
};

/** Reminds whoever owes a step, then tells the chain above (shared/notifications/clock-notices.ts): of each mark each person once. */
export const tellMarks: ClockSubscriber = async (platform, marks) => {
  const now = platform.now();
  for (const mark of marks) {
    await inTransaction(platform, async (tx) => {
      await lockSubject(tx, mark.aggregateId);
      const marked = await readMarked(tx, mark, now);
      if (!marked) return;
      const rule = markNotices[mark.mark];
      const recipients = (to: (typeof rule.to)[number]) => markRecipients(tx, to, { mark, facts: marked.facts, now });
      const told = await eachOnce(rule.to, { recipients, actorId: null });
      const params = await noticeParams(tx, { districtId: mark.districtId, unitIds: marked.unitId ? [marked.unitId] : [] });
      const notices = told.map(({ rule: to, recipient: { userId, via } }) => ({
        source: `mark:${mark.id}`,
        ...{ userId, via, at: mark.firedAt, kind: rule.kind, topic: rule.topic },
        loud: mark.emergency ? rule.loudInEmergency : rule.loud,
        does: to === 'holder' ? marked.does : null,
        params: params({ no: marked.no, due: mark.dueAt, unitId: marked.unitId }),
        subject: { type: marked.type, id: mark.aggregateId },
        unitPath: marked.facts.scopePath,
      }));
      await writeNotices(platform, tx, { notices, subjectId: mark.aggregateId, now, actionsOf: marked.actionsOf });
    });
  }
};

async function readMarked(
  tx: Tx,
  { aggregateType, aggregateId, key }: { aggregateType: string; aggregateId: string; key: string },
  now: Instant,
): Promise<Marked | null> {
  if (aggregateType === 'case') {
    const snapshot = (await findCase(tx, aggregateId as CaseId))?.snapshot;
    if (!snapshot) return null;
    const act = caseActOfLimit[limitName(key)];
    return {
      ...{ type: 'case', no: snapshot.caseNo, facts: scopeFacts(snapshot), unitId: snapshot.leadUnitId },
      does: act && allowedInState(act, snapshot.state) ? act : null,
      actionsOf: (actor) => availableActions({ snapshot, actor, now }),
    };
  }
  const snapshot = (await findWhistle(tx, aggregateId as WhistleId))?.snapshot;
  if (!snapshot) return null;
  const act = whistleActOfLimit[limitName(key)];
  return {
    ...{ type: 'whistle', no: snapshot.whistleNo, facts: placeOfWhistle(snapshot), unitId: snapshot.leadUnitId },
    does: act && whistleAllowedIn(act, snapshot.state) ? act : null,
    actionsOf: (actor) => availableWhistleActions({ snapshot, actor, now }),
  };
}
