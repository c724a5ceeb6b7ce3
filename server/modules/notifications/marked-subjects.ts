import { CASE_AGGREGATE, caseSettingsIn, findCases } from '#server/modules/cases/index.ts';
import type { FiredMark } from '#server/modules/clocks/index.ts';
import { findWhistles, WHISTLE_AGGREGATE, whistleSettingsIn } from '#server/modules/dispatch/index.ts';
import type { Tx } from '#server/platform/db.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import type { CaseSettings } from '#shared/cases/case-settings.ts';
import { type ScopeFacts, scopeFacts } from '#shared/cases/cases-policy.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { allowedInState } from '#shared/cases/cases-table.ts';
import type { WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import { availableWhistleActions } from '#shared/dispatch/whistle-lifecycle.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { whistleAllowedIn } from '#shared/dispatch/whistle-table.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { caseActOfLimit, whistleActsOfLimit } from '#shared/notifications/clock-notices.ts';
import type { SubjectType } from '#shared/notifications/notifications-schema.ts';
import type { Subject } from './settle-tasks.ts';
import { placeOfWhistle } from './whistle-recipients.ts';

/** What a mark needs to know of its case or whistle; `actsOf` = the acts that end a limit, of those the state still allows. */
export type MarkedSubject = Subject & {
  type: SubjectType;
  no: string | null;
  facts: ScopeFacts;
  unitId: DepartmentId | null;
  actsOf: (limitKey: string) => readonly string[];
};

/** The cases and whistles of some marks, by id. */
export async function markedSubjects(
  tx: Tx,
  { marks, now }: { marks: readonly FiredMark[]; now: Instant },
): Promise<Map<string, MarkedSubject>> {
  const idsOf = (type: string) => marks.filter(({ aggregateType }) => aggregateType === type).map(({ aggregateId }) => aggregateId);
  const [caseIds, whistleIds] = [idsOf(CASE_AGGREGATE), idsOf(WHISTLE_AGGREGATE)];
  const cases = caseIds.length === 0 ? [] : await findCases(tx, caseIds);
  const whistles = whistleIds.length === 0 ? [] : await findWhistles(tx, whistleIds);
  const districts = new Map(marks.map(({ aggregateId, districtId }) => [aggregateId, districtId]));
  const asked = { districtIds: [...districts.values()], at: now };
  const caseSettings = cases.length === 0 ? null : await caseSettingsIn(tx, asked);
  const whistleSettings = whistles.length === 0 ? null : await whistleSettingsIn(tx, asked);
  const districtOf = ({ id }: { id: string }) => districts.get(id) ?? '';
  const subjects = [
    ...cases.flatMap((snapshot) => (caseSettings ? [ofCase(snapshot, { now, settings: caseSettings(districtOf(snapshot)) })] : [])),
    ...whistles.flatMap((snapshot) =>
      whistleSettings ? [ofWhistle(snapshot, { now, settings: whistleSettings(districtOf(snapshot)) })] : [],
    ),
  ];
  return new Map(subjects.map((subject) => [subject.id, subject]));
}

function ofCase(snapshot: CaseSnapshot, { now, settings }: { now: Instant; settings: CaseSettings }): MarkedSubject {
  return {
    ...{ type: 'case', id: snapshot.id, no: snapshot.caseNo, facts: scopeFacts(snapshot), unitId: snapshot.leadUnitId },
    actsOf: (key) => {
      const act = caseActOfLimit(key, snapshot);
      return act && allowedInState(act, snapshot.state) ? [act] : [];
    },
    actionsOf: oncePerPerson((actor) => availableActions({ snapshot, actor, now, settings })),
  };
}

/** A whistle as a mark reads it. */
function ofWhistle(snapshot: WhistleSnapshot, { now, settings }: { now: Instant; settings: WhistleSettings }): MarkedSubject {
  return {
    ...{ type: 'whistle', id: snapshot.id, no: snapshot.whistleNo, facts: placeOfWhistle(snapshot), unitId: snapshot.leadUnitId },
    actsOf: (key) => whistleActsOfLimit(key).filter((act) => whistleAllowedIn(act, snapshot.state)),
    actionsOf: oncePerPerson((actor) => availableWhistleActions({ snapshot, actor, now, settings })),
  };
}

/** Who may do what is asked of a person when they are looked for, told and settled: worked out the first time. */
function oncePerPerson(actionsOf: Subject['actionsOf']): Subject['actionsOf'] {
  const known = new Map<string, readonly string[]>();
  return (actor) => {
    const found = known.get(actor.userId) ?? actionsOf(actor);
    known.set(actor.userId, found);
    return found;
  };
}
