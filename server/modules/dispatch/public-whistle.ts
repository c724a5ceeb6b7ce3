import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Db } from '#server/platform/db.ts';
import type { DueStep } from '#shared/calendar/due-steps.ts';
import type { WhistleHolder } from '#shared/dispatch/limit-over.ts';
import { owingUnit, whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import type { DueReason } from '#shared/dispatch/whistle-due-reason.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import type { PlanTask, WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { FileId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { explainWhistleDue } from './explain-whistle-due.ts';
import { readWhistleHistory } from './whistle-history.ts';
import { departmentNames } from './whistle-line.ts';
import type { StoredWhistle } from './whistle-store.ts';

type Bilingual = { zh: string; en: string };

/** What those affected may know of a whistle: what was decided, by whom, until when, how it looks. No person, no other household. */
export type PublicWhistle = {
  id: string;
  whistleNo: string;
  state: WhistleSnapshot['state'];
  title: string;
  address: string;
  blownAt: Instant | null;
  /** who owes the next step and until when */
  holder: {
    who: WhistleHolder | null;
    unit: Bilingual | null;
    until: Instant | null;
    overdue: boolean;
    reason: DueReason | null;
    /** the days of a legal limit, one by one; none where the calendar has changed since */
    days: DueStep[];
  };
  units: { name: Bilingual; side: 'lead' | 'support'; arrivedAt: Instant | null }[];
  plan: {
    approvedAt: Instant | null;
    until: Instant | null;
    tasks: (Pick<PlanTask, 'id' | 'what' | 'from' | 'to' | 'costFen' | 'source'> & { unit: Bilingual | null; done: boolean | null })[];
  } | null;
  result: { text: string; at: Instant } | null;
  pairs: { beforeId: FileId; afterId: FileId; spot: string }[];
  heard: number;
  solved: { yes: number; answered: number; thanks: number };
};

/** The public side of a snapshot; a draft has none. */
export async function publicWhistle(db: Db, stored: StoredWhistle, now: Instant): Promise<PublicWhistle | null> {
  const { snapshot, districtId } = stored;
  if (snapshot.state === 'drafted') return null;
  const history = await readWhistleHistory(db, snapshot.id);
  const units = snapshot.units.filter(({ status }) => status !== 'released');
  const names = await departmentNames(db, [snapshot.leadUnitId, ...units.map(({ departmentId }) => departmentId)]);
  const nameOf = (id: string | null): Bilingual | null => {
    const found = id === null ? undefined : names.get(id);
    return found ? { zh: found.zh, en: found.en } : null;
  };
  const clock = whistleClockOf(snapshot, now);
  const { holder, due, overdue } = clock;
  const { reason, explanation } = explainWhistleDue(snapshot, { clock, calendar: await readCalendar(db, districtId) });
  const { id, whistleNo, state, title, address, blownAt, plan, planApprovedAt, finishDue, results } = snapshot;
  const answered = snapshot.households.filter(({ verdict }) => verdict !== null);
  return {
    ...{ id, whistleNo, state, title, address, blownAt },
    holder: { who: holder, unit: nameOf(owingUnit(clock)), until: due?.at ?? null, overdue, reason, days: explanation?.steps ?? [] },
    units: units.map(({ departmentId: unit, side, arrival }) => ({
      name: nameOf(unit) ?? { zh: '', en: '' },
      side,
      arrivedAt: arrival?.at ?? null,
    })),
    // a draft of the plan is not decided yet
    plan:
      plan === null || planApprovedAt === null
        ? null
        : {
            approvedAt: planApprovedAt,
            until: finishDue?.at ?? null,
            tasks: plan.tasks.map(({ id: taskId, what, departmentId: unit, from, to, costFen, source }) => ({
              ...{ id: taskId, what, from, to, costFen, source },
              unit: nameOf(unit),
              done: results[taskId]?.done ?? null,
            })),
          },
    result: resultOf(history),
    pairs: snapshot.acceptedAt === null ? [] : snapshot.pairs,
    heard: snapshot.opinions,
    solved: {
      yes: answered.filter(({ verdict }) => verdict?.solved === 'yes').length,
      answered: answered.length,
      thanks: answered.filter(({ verdict }) => verdict?.thanks).length,
    },
  };
}

function resultOf(history: readonly WhistleEvent[]): PublicWhistle['result'] {
  const last = history.findLast((event) => event.type === 'ResultFedBack');
  return last?.type === 'ResultFedBack' ? { text: last.payload.result, at: last.meta.at } : null;
}
