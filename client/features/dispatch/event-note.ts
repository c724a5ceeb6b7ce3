import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import { solvedLabels, supervisionLevelLabels } from '#shared/cases/cases.i18n.ts';
import {
  arrivalProofLabels,
  opinionWayLabels,
  positionVerdictLabels,
  stanceLabels,
  toldWayLabels,
  whistleLimitLabels,
  whistleVoidReasonLabels,
} from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleDueMove } from '#shared/dispatch/whistle-due-moves.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import type { Locale } from '#shared/kernel/label.ts';
import { defineTexts, listed, phrased, type Say } from '../../platform/index.ts';

const texts = defineTexts({
  eta: { zh: '{person} {phone}，{when} 到', en: '{person} {phone}, comes {when}' },
  basis: { zh: '依据：{text}', en: 'basis: {text}' },
  until: { zh: '限 {when}', en: 'until {when}' },
  distance: { zh: '离现场 {n} 米', en: '{n} m from the place' },
  households: { zh: '{n} 户', en: 'households: {n}' },
  photos: { zh: '照片 {n} 张', en: 'photos: {n}' },
  present: { zh: '到场 {n} 人', en: '{n} present' },
  draft: { zh: '第 {n} 稿', en: 'draft {n}' },
  tasks: { zh: '{n} 项', en: 'tasks: {n}' },
  agreed: { zh: '同意', en: 'agrees' },
  disagreed: { zh: '不同意', en: 'disagrees' },
  unrated: { zh: '{units}没有评价', en: 'never rated: {units}' },
  overClear: { zh: '街道定：{text}', en: 'cleared by the street: {text}' },
  over: { zh: '街道定：{text}', en: 'over the objection: {text}' },
  pairs: { zh: '修前修后 {n} 对', en: 'pairs of photos: {n}' },
  done: { zh: '完成', en: 'done' },
  notDone: { zh: '没完成', en: 'not done' },
  marks: { zh: '到场 {a}，作为 {b}，结果 {c}', en: 'arrival {a}, work {b}, result {c}' },
  whistleMarks: { zh: '理由 {a}，信息 {b}', en: 'justification {a}, information {b}' },
  ask: { zh: '申请延 {limit}', en: 'asks for {limit}' },
  review: { zh: '{when} 复查', en: 'review {when}' },
  late: { zh: '过了时间才答复', en: 'answered late' },
  thanks: { zh: '道谢', en: 'says thank you' },
  redo: { zh: '返工 {n} 项', en: 'tasks to do again: {n}' },
  toStreet: { zh: '上报街道', en: 'to the street' },
  toDistrict: { zh: '上报区里', en: 'to the district' },
  approved: { zh: '街道已批', en: 'approved by the street' },
  ofWhom: { zh: '{limit}（{who}）', en: '{limit} ({who})' },
  move: { zh: '{what} {from} → {to}', en: '{what}: {from} → {to}' },
  nowCertain: { zh: '{what} {to} 已确定', en: '{what}: {to} is certain now' },
  nowProvisional: { zh: '{what} {to} 暂定', en: '{what}: {to} is provisional' },
  onlyReminders: { zh: '到期时间不变，提醒时间重算', en: 'due times unchanged, reminders computed anew' },
});

const closedBecauseTexts = defineTexts({
  released: { zh: '异议成立，督办一并办结', en: 'settled with the unit, which was released' },
  excused: { zh: '已免到场，督办一并办结', en: 'settled with the unit, which was excused' },
  cleared: { zh: '销账时还没办结', en: 'not settled when the whistle was cleared' },
  withdrawn: { zh: '撤哨时还没办结', en: 'not settled when the whistle was withdrawn' },
  voided: { zh: '作废时还没办结', en: 'not settled when the whistle was voided' },
});

/** What the words of an event need: the page's language, its clock and the names behind ids. */
export type NoteWords = {
  say: Say;
  locale: Locale;
  moment: (at: number) => string;
  unitName: (departmentId: string | null) => string;
  taskName: (taskId: string) => string;
};

/** What a new calendar moved, limit by limit, from when to when; the unit or task it is about in front. */
function movesOf(moves: readonly WhistleDueMove[], { say, moment, unitName, taskName, locale }: NoteWords): string[] {
  if (moves.length === 0) return [say(texts.onlyReminders)];
  return moves.map(({ limit, departmentId, taskId, from, to }) => {
    const who = phrased([departmentId !== null && unitName(departmentId), taskId !== null && taskName(taskId)], locale);
    const what = say(texts.ofWhom, { limit: say(whistleLimitLabels[limit]), who });
    const change = { what: who === '' ? say(whistleLimitLabels[limit]) : what, from: moment(from.at), to: moment(to.at) };
    if (from.at !== to.at) return say(texts.move, change);
    return say(to.provisional ? texts.nowProvisional : texts.nowCertain, change);
  });
}

/** What an event of a whistle says beyond its heading; empty when the heading says it all. `moves`: what a new calendar moved. */
export function whistleEventNote({ event, moves }: { event: WhistleEvent; moves: readonly WhistleDueMove[] }, words: NoteWords): string {
  const { say, locale, moment, unitName, taskName } = words;
  const joined = (...parts: Parameters<typeof phrased>[0]) => phrased(parts, locale);
  const until = (due: { at: number } | null) => due !== null && say(texts.until, { when: moment(due.at) });
  const photos = (ids: readonly unknown[]) => ids.length > 0 && say(texts.photos, { n: ids.length });
  switch (event.type) {
    case 'WhistleDrafted':
    case 'WhistleRevised':
      return event.payload.reason;
    case 'BlowRequested':
      return joined(until(event.payload.approvalDue));
    case 'WhistleBlown':
      return joined(
        event.payload.approved && say(texts.approved),
        listed(
          event.payload.summons.map(({ unitId }) => unitName(unitId)),
          locale,
        ),
      );
    case 'UnitAcknowledged': {
      const { unitId, person, phone, eta } = event.payload;
      return joined(unitName(unitId), say(texts.eta, { person, phone, when: moment(eta) }));
    }
    case 'UnitObjected':
      return joined(unitName(event.payload.unitId), event.payload.reason, say(texts.basis, { text: event.payload.legalBasis }));
    case 'UnitObjectionUpheld':
    case 'UnitObjectionOverruled':
      return joined(unitName(event.payload.unitId), event.payload.ruling);
    case 'UnitExcused':
    case 'UnitSummoned':
      return joined(unitName(event.payload.unitId), event.payload.reason);
    case 'UnitReportedIn': {
      const { by, distanceM, verdict, reason } = event.payload.arrival;
      return joined(
        unitName(event.payload.unitId),
        say(arrivalProofLabels[by]),
        distanceM !== null && say(texts.distance, { n: Math.round(distanceM) }),
        verdict && say(positionVerdictLabels[verdict]),
        reason,
      );
    }
    case 'WhistleOnSite':
      return joined(until(event.payload.opinionsDue));
    case 'SiteVisitRecorded': {
      const { attendance, minutes, photoIds } = event.payload.visit;
      return joined(say(texts.present, { n: attendance.length }), photos(photoIds), minutes);
    }
    case 'HouseholdsListed':
      return say(texts.households, { n: event.payload.households.length });
    case 'OpinionRecorded':
      return joined(say(opinionWayLabels[event.payload.way]), say(stanceLabels[event.payload.stance]), event.payload.text);
    case 'OpinionsCollected':
      return joined(until(event.payload.planDue));
    case 'PlanProposed':
      return joined(
        say(texts.draft, { n: event.payload.draft }),
        say(texts.tasks, { n: event.payload.tasks.length }),
        event.payload.note,
        event.payload.deliberation,
      );
    case 'PlanAnswered': {
      const { unitId, draft, agreed, reason } = event.payload;
      return joined(unitName(unitId), say(texts.draft, { n: draft }), say(agreed ? texts.agreed : texts.disagreed), reason);
    }
    case 'PlanApproved': {
      const { draft, overReason, finishDue } = event.payload;
      return joined(say(texts.draft, { n: draft }), overReason && say(texts.over, { text: overReason }), until(finishDue));
    }
    case 'TaskCompleted': {
      const { taskId, result, photoIds, documentIds } = event.payload;
      const files = photos([...photoIds, ...documentIds]);
      return joined(taskName(taskId), say(result.done ? texts.done : texts.notDone), result.text, result.quantity, files);
    }
    case 'UnitLeft':
      return unitName(event.payload.unitId);
    case 'WorkCompleted':
      return joined(say(texts.pairs, { n: event.payload.pairs.length }), until(event.payload.verifyDue));
    case 'WorkAccepted':
      return joined(event.payload.note, photos(event.payload.photoIds));
    case 'AcceptanceFailed': {
      const { reason, taskIds, finishDue } = event.payload;
      return joined(reason, say(texts.redo, { n: taskIds.length }), until(finishDue));
    }
    case 'ResultTold':
      return joined(say(toldWayLabels[event.payload.way]), say(texts.households, { n: event.payload.householdIds.length }));
    case 'ResultFedBack':
      return joined(event.payload.result, until(event.payload.clearDue));
    case 'HouseholdAnswered':
      return joined(say(solvedLabels[event.payload.solved]), event.payload.thanks && say(texts.thanks), event.payload.note);
    case 'UnitRated': {
      const { unitId, arrival, work, result, note } = event.payload;
      return joined(unitName(unitId), say(texts.marks, { a: arrival, b: work, c: result }), note);
    }
    case 'WhistleRated': {
      const { unitId, justification, information, note } = event.payload;
      return joined(unitName(unitId), say(texts.whistleMarks, { a: justification, b: information }), note);
    }
    case 'WhistleExtensionRequested':
      return joined(say(texts.ask, { limit: limitWords(event.payload.limit, locale) }), event.payload.reason);
    case 'WhistleExtensionGranted':
      return joined(until(event.payload.finishDue));
    case 'WhistleResumed':
      return joined(until(event.payload.finishDue));
    case 'WhistleHoldRequested':
      return joined(event.payload.obstacle, say(texts.review, { when: moment(event.payload.nextReviewAt) }));
    case 'WhistleHeld':
      return say(texts.review, { when: moment(event.payload.nextReviewAt) });
    case 'WhistleSupervised': {
      const { unitId, level, until: at, note } = event.payload;
      return joined(unitName(unitId), say(supervisionLevelLabels[level]), say(texts.until, { when: moment(at) }), note);
    }
    case 'SupervisionReceived':
      return unitName(event.payload.unitId);
    case 'SupervisionReplied':
      return joined(unitName(event.payload.unitId), event.payload.text, event.payload.late && say(texts.late));
    case 'SupervisionClosed':
      return joined(
        unitName(event.payload.unitId),
        event.payload.because && say(closedBecauseTexts[event.payload.because]),
        event.payload.note,
      );
    case 'SupervisionReturned':
      return joined(unitName(event.payload.unitId), event.payload.reason);
    case 'WhistleVoidRequested':
      return joined(say(whistleVoidReasonLabels[event.payload.reason]), event.payload.note);
    case 'WhistleReturned':
    case 'WhistleWithdrawn':
    case 'WhistleExtensionRefused':
    case 'WhistleHoldRefused':
    case 'WhistleVoidRefused':
      return event.payload.reason;
    case 'WhistleEscalated':
      return joined(
        event.payload.unitId !== null && unitName(event.payload.unitId),
        say(event.payload.to === 'street' ? texts.toStreet : texts.toDistrict),
      );
    case 'WhistleCleared': {
      const { unrated = [], overReason } = event.payload;
      return joined(
        unrated.length > 0 && say(texts.unrated, { units: listed(unrated.map(unitName), locale) }),
        overReason && say(texts.overClear, { text: overReason }),
      );
    }
    case 'WhistleNoteAdded':
      return joined(event.payload.note, photos(event.payload.photoIds));
    case 'WhistleAcknowledged':
    case 'WorkStarted':
    case 'WhistleVoided':
      return '';
    case 'WhistleDuesRecomputed':
      return joined(...movesOf(moves, words));
  }
}
