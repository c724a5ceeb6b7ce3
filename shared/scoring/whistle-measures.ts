import type { Due } from '../calendar/calendar-schema.ts';
import { isOnTime } from '../calendar/deadline.ts';
import type { WhistleEvent } from '../dispatch/whistle-events.ts';
import { whistleLimitsOf } from '../dispatch/whistle-limits.ts';
import type { SummonedUnit, WhistleSnapshot } from '../dispatch/whistle-schema.ts';
import type { Instant } from '../kernel/time.ts';
import type { CallExclusion, MeasureVerdict, WhistleMeasure } from './whistle-measures-schema.ts';

/**
 * What failed acceptances say: the tasks each sent back, in order of time, and the end of the work before the first of them (null = none
 * failed). A date given for rework is no more time to be on time in; it is what the rework itself is held to.
 */
export type FailedAcceptances = { sentBack: readonly (readonly string[])[]; dueBefore: Instant | null };

/** Reads them out of a whistle's events, oldest first. */
export function failedAcceptances(events: readonly WhistleEvent[]): FailedAcceptances {
  const first = events.findIndex(({ type }) => type === 'AcceptanceFailed');
  const sentBack = events.flatMap((event) => (event.type === 'AcceptanceFailed' ? [event.payload.taskIds] : []));
  const dues = events.slice(0, Math.max(first, 0)).flatMap((event) => endOfWork(event)?.at ?? []);
  return { sentBack, dueBefore: dues.at(-1) ?? null };
}

/** The end of the work as an event sets or moves it. */
function endOfWork({ type, payload }: WhistleEvent): Due | null {
  switch (type) {
    case 'PlanApproved':
    case 'WhistleExtensionGranted':
    case 'WhistleResumed':
      return payload.finishDue;
    default:
      return null;
  }
}

/** No acceptance failed. */
export const noneFailed: FailedAcceptances = { sentBack: [], dueBefore: null };

type Measured = Pick<WhistleMeasure, 'measure' | 'at' | 'doneAt' | 'verdict' | 'part' | 'whole'>;

/** Marks are given from 1 to 5: three for a unit, two for a whistle. A mean from 3 on is satisfied, as with residents. */
const MOST = 5;
const SATISFIED = 3;

const rate = (measure: Measured['measure'], at: Instant, doneAt: Instant | null, verdict: MeasureVerdict): Measured => ({
  ...{ measure, at, doneAt, verdict },
  part: verdict === 'full' ? 100 : 0,
  whole: 1,
});
const inTime = (measure: Measured['measure'], due: Instant, doneAt: Instant | null) =>
  rate(measure, due, doneAt, doneAt !== null && isOnTime(doneAt, { at: due }) ? 'full' : 'none');
const marksOf = (measure: Measured['measure'], at: Instant, marks: readonly number[]): Measured => {
  const sum = marks.reduce((all, mark) => all + mark, 0);
  const verdict = sum >= marks.length * SATISFIED ? 'full' : 'none';
  return { measure, at, doneAt: null, verdict, part: sum * 100, whole: marks.length * MOST };
};

function exclusionOf({ state }: WhistleSnapshot, { status }: SummonedUnit): CallExclusion | null {
  if (state === 'void' || state === 'withdrawn') return state;
  return status === 'released' || status === 'excused' ? status : null;
}

/** Nobody can be late for what stands still: an objection that waits for its ruling, unless it came after the due time. */
function stoodStill({ status, objection }: SummonedUnit, due: Instant): boolean {
  return status === 'objected' && objection !== null && objection.at <= due;
}

function answers(unit: SummonedUnit): Measured[] {
  const { ackDue, acknowledgedAt, reportInDue, arrival } = unit;
  const measured: Measured[] = [];
  if (ackDue && !(acknowledgedAt === null && stoodStill(unit, ackDue.at))) measured.push(inTime('response', ackDue.at, acknowledgedAt));
  if (reportInDue && !(arrival === null && stoodStill(unit, reportInDue.at)))
    measured.push(inTime('reportIn', reportInDue.at, arrival?.at ?? null));
  // how late in legal time is a matter of the calendar, so it is counted when somebody asks
  if (reportInDue && arrival) measured.push({ ...inTime('onSiteDelay', reportInDue.at, arrival.at), part: 0 });
  if (arrival) measured.push(rate('onSpot', arrival.at, arrival.at, arrival.by === 'secretary' ? 'none' : 'full'));
  return measured;
}

/** The lead answers for the whole, a support for its own tasks; one without a task did no work that could be judged. */
function work(snapshot: WhistleSnapshot, unit: SummonedUnit, failures: FailedAcceptances): Measured[] {
  const own = snapshot.plan?.tasks.filter(({ departmentId }) => departmentId === unit.departmentId) ?? [];
  const leads = unit.side === 'lead';
  if (!leads && own.length === 0) return [];
  const { state, heldAt, finishDue, completedAt, acceptedAt, fedBackAt, results } = snapshot;
  const measured: Measured[] = [];
  const held = state === 'onHold' && heldAt !== null;
  const due = failures.dueBefore ?? finishDue?.at ?? null;
  if (due !== null && !(held && heldAt <= due)) {
    const ends = own.map(({ id }) => (results[id]?.done ? results[id].at : null));
    const ownEnd = ends.reduce((last: Instant | null, end) => (last === null || end === null ? null : Math.max(last, end)), 0);
    measured.push(inTime('disposal', due, leads ? completedAt : ownEnd));
  }
  if (acceptedAt !== null) {
    const reworks = failures.sentBack.filter((taskIds) => leads || own.some(({ id }) => taskIds.includes(id))).length;
    const verdict = reworks === 0 ? 'full' : 'none';
    measured.push(rate('firstPass', acceptedAt, acceptedAt, verdict));
    measured.push({ measure: 'rounds', at: acceptedAt, doneAt: acceptedAt, verdict, part: (reworks + 1) * 100, whole: 1 });
  }
  const solved = solvedBy(snapshot);
  if (fedBackAt !== null && solved !== null) measured.push(rate('resolution', fedBackAt, fedBackAt, solved));
  return measured;
}

/** What the affected households say: solved or partly solved when more than half of those who answered say so; null while nobody did. */
function solvedBy({ households }: WhistleSnapshot): MeasureVerdict | null {
  const said = households.flatMap(({ verdict }) => verdict?.solved ?? []);
  if (said.length === 0) return null;
  const yes = said.filter((solved) => solved === 'yes').length;
  const partly = said.filter((solved) => solved === 'partly').length;
  if (yes * 2 > said.length) return 'full';
  return (yes + partly) * 2 > said.length ? 'partial' : 'none';
}

function ratings({ marks, whistleMarks }: SummonedUnit): Measured[] {
  return [
    ...(marks ? [marksOf('unitRating', marks.at, [marks.arrival, marks.work, marks.result])] : []),
    ...(whistleMarks ? [marksOf('whistleRating', whistleMarks.at, [whistleMarks.justification, whistleMarks.information])] : []),
  ];
}

/**
 * Everything the figures count of one whistle, unit by unit. What decides the period: the due time for answering, report-in (and its
 * delay) and disposal; the arrival for how it was proved; the acceptance for first pass and rounds; the feedback for the households'
 * word; the rating, the summons and the blow themselves. A call that is not assessed is counted as such and nowhere else.
 */
export function measuresOf(snapshot: WhistleSnapshot, failures: FailedAcceptances): WhistleMeasure[] {
  const { blownAt } = snapshot;
  const limitUnit = whistleLimitsOf(snapshot).reportIn.unit;
  return snapshot.units.flatMap((unit): WhistleMeasure[] => {
    const { departmentId, side, summonedAt } = unit;
    const excluded = exclusionOf(snapshot, unit);
    const called = rate('called', summonedAt, null, excluded === null ? 'full' : 'none');
    const about = { departmentId, side, limitUnit };
    if (excluded !== null) return [{ ...about, ...called, excluded }];
    const blown = side === 'lead' && blownAt !== null ? [rate('blown', blownAt, null, 'full')] : [];
    const measured = [called, ...blown, ...answers(unit), ...work(snapshot, unit, failures), ...ratings(unit)];
    return measured.map((one) => ({ ...about, ...one, excluded }));
  });
}
