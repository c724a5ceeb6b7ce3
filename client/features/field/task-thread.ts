import { caseLimitLabels, caseStepLabels, holderLabels } from '#shared/cases/cases.i18n.ts';
import type { CaseEventType } from '#shared/cases/cases-events.ts';
import { caseEventLabels } from '#shared/cases/cases-history.i18n.ts';
import { limitMarkLabels } from '#shared/clocks/clocks.i18n.ts';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { defineTexts, type Joined, type Say } from '../../platform/index.ts';
import type { ThreadItem } from '../cases-parts/case-thread.tsx';
import type { CaseDetail } from './due-words.ts';

type Entry = CaseDetail['timeline'][number];
type Words = { say: Say; joined: Joined };

const texts = defineTexts({
  by: { zh: '{name}，{post}', en: '{name}, {post}' },
  mark: { zh: '{limit}：{mark}', en: '{limit}: {mark}' },
  now: { zh: '现在：{step}', en: 'Now: {step}' },
  late: { zh: '{step}，应在 {at} 前', en: '{step}, was due by {at}' },
  next: { zh: '最晚 {at}', en: 'By {at}' },
  isTrue: { zh: '属实', en: 'It is true' },
  isFalse: { zh: '不属实', en: 'It is not true' },
});

const knots: readonly CaseEventType[] = ['CaseReported', 'CaseDispatched', 'CaseSelfHandled', 'FeedbackSubmitted', 'CaseClosed'];

/** The whole line of a case for those who work on it: who did what when, what is owed now. */
export function taskThread(
  detail: CaseDetail,
  { say, joined, moment, overdue }: Words & { moment: (at: number) => string; overdue: boolean },
): ThreadItem[] {
  const told = detail.timeline.map((entry): ThreadItem => {
    const { event } = entry;
    return {
      key: String(event.meta.seq),
      kind: knots.includes(event.type) ? 'knot' : 'bead',
      state: 'passed',
      title: say(caseEventLabels[event.type]),
      when: { text: moment(event.meta.at), at: event.meta.at },
      note: joined.termed(postOf(entry, say), wordsOf(entry, { say, joined })),
    };
  });
  const marks = detail.marks.map(({ limit, mark, firedAt, plannedAt }): ThreadItem => {
    const title = say(texts.mark, { limit: say(caseLimitLabels[limit]), mark: say(limitMarkLabels[mark]) });
    return { key: `${limit}-${mark}-${plannedAt}`, kind: 'bead', state: 'passed', title, when: { text: moment(firedAt), at: firedAt } };
  });
  const items = [...told, ...marks].toSorted((a, b) => (a.when?.at ?? 0) - (b.when?.at ?? 0));
  if (detail.nextStep === null) return items;
  const { until, kind, person } = detail.holder;
  const step = say(caseStepLabels[detail.nextStep]);
  const late = overdue && until !== null;
  items.push({
    key: 'now',
    kind: 'knot',
    state: late ? 'missed' : 'now',
    title: late ? say(texts.late, { step, at: moment(until) }) : say(texts.now, { step }),
    note: person ? say(texts.by, { name: person, post: say(holderLabels[kind]) }) : say(holderLabels[kind]),
  });
  if (!late && until !== null) items.push({ key: 'next', kind: 'knot', state: 'next', title: say(texts.next, { at: moment(until) }) });
  return items;
}

function postOf({ by }: Entry, say: Say): string {
  if (by.role === 'system') return '';
  const post = by.department ? say(by.department) : [by.unit, say(roleLabels[by.role])].filter(Boolean).join(' ');
  return say(texts.by, { name: by.name, post });
}

function wordsOf({ event }: Entry, { say, joined }: Words): string {
  switch (event.type) {
    case 'CaseVerified':
      return joined.phrased(say(event.payload.isTrue ? texts.isTrue : texts.isFalse), event.payload.note);
    case 'CaseSelfHandled':
    case 'FeedbackSubmitted':
      return event.payload.result;
    case 'InspectionFailed':
    case 'DispatchObjected':
      return event.payload.reason;
    case 'ObjectionUpheld':
    case 'ObjectionOverruled':
      return event.payload.ruling;
    case 'VerificationRequested':
    case 'CaseDispatched':
    case 'ApplicantContacted':
    case 'CaseClosed':
    case 'CallbackRecorded':
    case 'NoteAdded':
      return event.payload.note;
    default:
      return '';
  }
}
