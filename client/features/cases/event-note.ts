import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import {
  caseDueLabels,
  contactOutcomeLabels,
  contactWayLabels,
  declineReasonLabels,
  divertExitLabels,
  ratingLabels,
  reopenGroundLabels,
  solvedLabels,
  supervisionLevelLabels,
  urgencyLabels,
  voidReasonLabels,
} from '#shared/cases/cases.i18n.ts';
import type { CaseEvent } from '#shared/cases/cases-events.ts';
import type { DueMove } from '#shared/cases/recomputed-dues.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Label, Locale } from '#shared/kernel/label.ts';
import { defineTexts, listed, phrased, type Say } from '../../platform/index.ts';

const texts = defineTexts({
  lead: { zh: '主办 {name}', en: 'lead {name}' },
  supports: { zh: '协办 {names}', en: 'support {names}' },
  photos: { zh: '照片 {n} 张', en: '{n} photos' },
  documents: { zh: '材料 {n} 份', en: '{n} documents' },
  distance: { zh: '离现场 {n} 米', en: '{n} m from the place' },
  true: { zh: '属实', en: 'true' },
  untrue: { zh: '不属实', en: 'not true' },
  basis: { zh: '依据：{text}', en: 'basis: {text}' },
  ask: { zh: '申请延 {limit}', en: 'asks for {limit}' },
  movedDue: { zh: '{limit} {from} → {to}', en: '{limit} {from} → {to}' },
  remindersOnly: { zh: '到期不变，提醒时间重算', en: 'same due time, reminders moved' },
  newDue: { zh: '新时限 {when}', en: 'now due {when}' },
  review: { zh: '{when} 复查', en: 'review {when}' },
  heldFor: { zh: '停表 {time}', en: 'clock stood for {time}' },
  done: { zh: '办完了', en: 'finished' },
  notDone: { zh: '没办完', en: 'not finished' },
  cost: { zh: '花费 {n} 元', en: 'cost {n} yuan' },
  before: { zh: '{when} 前办结，给 {who}', en: 'before {when}, to {who}' },
  community: { zh: '社区', en: 'the community' },
  late: { zh: '过了时间才答复', en: 'answered late' },
  automatic: { zh: '系统自动', en: 'automatically' },
  duplicate: { zh: '并入另一件', en: 'merged with another case' },
  byResident: { zh: '居民自评', en: 'by the resident' },
});

/** What the words of an event need: the page's language, its clock and the names behind ids. */
export type NoteWords = {
  say: Say;
  locale: Locale;
  moment: (at: number) => string;
  duration: (ms: number) => string;
  unitName: (departmentId: string) => string;
};

/** What an event of a case says beyond its heading; empty when the heading says it all. `moves`: what a new calendar moved. */
export function eventNote({ event, moves }: { event: CaseEvent; moves: readonly DueMove[] }, words: NoteWords): string {
  const { say, locale, moment, duration, unitName } = words;
  const joined = (...parts: Parameters<typeof phrased>[0]) => phrased(parts, locale);
  const count = (label: Label, ids: readonly unknown[]) => ids.length > 0 && say(label, { n: ids.length });
  const until = (due: { at: number } | null) => due !== null && say(texts.newDue, { when: moment(due.at) });
  switch (event.type) {
    case 'CaseReported':
      return joined(count(texts.photos, event.payload.photoIds));
    case 'VerificationRequested':
    case 'VoidRefused':
      return event.payload.note;
    case 'CaseVerified':
      return joined(say(event.payload.isTrue ? texts.true : texts.untrue), event.payload.note, count(texts.photos, event.payload.photoIds));
    case 'CaseRegistered':
      return joined(
        event.payload.caseNo,
        say(urgencyLabels[event.payload.urgency]),
        until(event.payload.finishDue),
        event.payload.duplicateOfId !== null && say(texts.duplicate),
      );
    case 'CaseDeclined':
      return joined(say(declineReasonLabels[event.payload.reason]), event.payload.note);
    case 'CaseDiverted':
      return joined(say(divertExitLabels[event.payload.exit]), event.payload.note);
    case 'CaseSelfHandled':
      return joined(event.payload.result, count(texts.photos, [...event.payload.beforePhotoIds, ...event.payload.afterPhotoIds]));
    case 'CaseDispatched': {
      const names = listed(event.payload.supportUnitIds.map(unitName), locale);
      return joined(
        say(texts.lead, { name: unitName(event.payload.leadUnitId) }),
        names && say(texts.supports, { names }),
        event.payload.note,
      );
    }
    case 'CaseSigned':
      return unitName(event.payload.unitId);
    case 'DispatchObjected':
      return joined(unitName(event.payload.unitId), event.payload.reason, say(texts.basis, { text: event.payload.legalBasis }));
    case 'ObjectionUpheld':
      return event.payload.ruling;
    case 'ObjectionOverruled':
      return joined(event.payload.ruling, until(event.payload.finishDue));
    case 'ApplicantContacted':
      return joined(
        say(contactWayLabels[event.payload.way]),
        say(contactOutcomeLabels[event.payload.outcome]),
        moment(event.payload.contactAt),
        event.payload.note,
      );
    case 'ExtensionRequested':
      return joined(say(texts.ask, { limit: limitWords(event.payload.limit, locale) }), event.payload.reason);
    case 'ExtensionGranted':
      return joined(until(event.payload.finishDue));
    case 'ExtensionRefused':
    case 'HoldRefused':
      return event.payload.reason;
    case 'HoldRequested':
      return joined(event.payload.obstacle, say(texts.review, { when: moment(event.payload.nextReviewAt) }));
    case 'CaseHeld':
      return say(texts.review, { when: moment(event.payload.nextReviewAt) });
    case 'CaseResumed':
      return joined(say(texts.heldFor, { time: duration(event.payload.heldMs) }), until(event.payload.finishDue));
    case 'SupportResultRecorded':
      return joined(unitName(event.payload.unitId), say(event.payload.done ? texts.done : texts.notDone), event.payload.text);
    case 'FeedbackSubmitted': {
      const { costFen } = event.payload;
      return joined(
        event.payload.result,
        count(texts.photos, event.payload.photoIds),
        costFen !== null && say(texts.cost, { n: (costFen / 100).toFixed(2) }),
      );
    }
    case 'CaseClosed':
      return joined(event.payload.note, ...evidence(event.payload, say));
    case 'InspectionFailed':
      return joined(event.payload.reason, ...evidence(event.payload, say), until(event.payload.finishDue));
    case 'CallbackTried':
      return say(contactWayLabels[event.payload.way]);
    case 'CallbackRecorded': {
      const { rating, solved, by, note } = event.payload;
      return joined(
        say(solvedLabels[solved]),
        rating !== null && say(ratingLabels[rating]),
        note,
        by === 'resident' && say(texts.byResident),
      );
    }
    case 'CaseReopened':
      return joined(
        say(reopenGroundLabels[event.payload.ground]),
        event.payload.reason,
        event.payload.automatic && say(texts.automatic),
        until(event.payload.finishDue),
      );
    case 'VoidRequested':
      return joined(say(voidReasonLabels[event.payload.reason]), event.payload.note);
    case 'SupervisionIssued': {
      const { level, until: date, recipient, note, departmentId } = event.payload;
      const who = [departmentId ? unitName(departmentId) : say(texts.community), recipient].filter(Boolean).join(' ');
      return joined(say(supervisionLevelLabels[level]), say(texts.before, { when: moment(date), who }), note);
    }
    case 'SupervisionReplied':
      return joined(event.payload.late && say(texts.late), event.payload.text, count(texts.photos, event.payload.photoIds));
    case 'SupervisionReturned':
      return event.payload.reason;
    case 'SupervisionClosed':
      return event.payload.note;
    case 'NoteAdded':
      return joined(event.payload.note, count(texts.photos, event.payload.photoIds));
    case 'DueRecomputed':
      return joined(...movesOf(moves, words));
    case 'CallbackUnreachable':
    case 'SupervisionReceived':
    case 'CaseVoided':
      return '';
    default:
      return assertNever(event);
  }
}

/** 旧 → 新 of every due time that a new calendar moved. */
function movesOf(moves: readonly DueMove[], { say, moment }: NoteWords): string[] {
  if (moves.length === 0) return [say(texts.remindersOnly)];
  return moves.map(({ due, from, to }) =>
    say(texts.movedDue, { limit: say(caseDueLabels[due]), from: moment(from.at), to: moment(to.at) }),
  );
}

type Evidence = { photoIds: readonly string[]; documentIds: readonly string[]; distanceM: number | null };

function evidence({ photoIds, documentIds, distanceM }: Evidence, say: Say): (string | false)[] {
  return [
    photoIds.length > 0 && say(texts.photos, { n: photoIds.length }),
    documentIds.length > 0 && say(texts.documents, { n: documentIds.length }),
    distanceM !== null && say(texts.distance, { n: Math.round(distanceM) }),
  ];
}
