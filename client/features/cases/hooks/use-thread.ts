import { caseStepLabels } from '#shared/cases/cases.i18n.ts';
import type { CaseEventType } from '#shared/cases/cases-events.ts';
import { caseEventLabels } from '#shared/cases/cases-history.i18n.ts';
import { defineTexts, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import type { ThreadItem } from '../../cases-parts/index.ts';
import type { CaseDetail } from '../case-types.ts';
import { eventNote, type NoteWords } from '../event-note.ts';
import { markWords } from '../mark-words.ts';

const texts = defineTexts({
  missed: { zh: '应于此时办结', en: 'Should have been finished' },
  before: { zh: '{step}，{when} 前', en: '{step}, before {when}' },
  people: { zh: '{title}　{name}', en: '{title}: {name}' },
});

/** The four moments that stand as knots on the line. */
const knots: readonly CaseEventType[] = ['CaseReported', 'CaseSelfHandled', 'CaseDispatched', 'FeedbackSubmitted', 'CaseClosed'];

/** The words an event of this case is told in. */
export function useNoteWords(departments: CaseDetail['departments']): NoteWords {
  const say = useLabel();
  const { locale } = useLocale();
  const { moment, duration } = useTimeWords();
  const unitName = (id: string) => {
    const name = departments.find((each) => each.id === id)?.name;
    return name ? say(name) : '';
  };
  return { say, locale, moment, duration, unitName };
}

/** The history of a case as its thread: what happened, the missed hour where it was missed, and what is owed next. */
export function useThread(detail: CaseDetail): ThreadItem[] {
  const words = useNoteWords(detail.departments);
  const { say, moment } = words;
  const { writing } = useTimeWords();
  const { snapshot, timeline, nextStep, holder } = detail;
  const told = timeline.map((entry): ThreadItem => {
    const { event, by } = entry;
    const note = eventNote(entry, words);
    return {
      key: String(event.meta.seq),
      kind: knots.includes(event.type) ? 'knot' : 'bead',
      state: 'passed',
      title: say(texts.people, { title: say(caseEventLabels[event.type]), name: by.name }),
      when: { text: moment(event.meta.at), at: event.meta.at },
      ...(note ? { note } : {}),
    };
  });
  const items = [...told, ...clockItems(detail.marks, words)].toSorted((a, b) => (a.when?.at ?? 0) - (b.when?.at ?? 0));
  const due = snapshot.finishDue;
  const doneAt = snapshot.feedbackAt ?? snapshot.closedAt;
  if (due && snapshot.state !== 'onHold' && (doneAt ?? writing.now) > due.at) {
    const at = items.findIndex((item) => (item.when?.at ?? 0) > due.at);
    const missed: ThreadItem = {
      key: 'missed',
      kind: 'knot',
      state: 'missed',
      title: say(texts.missed),
      when: { text: moment(due.at), at: due.at },
    };
    items.splice(at < 0 ? items.length : at, 0, missed);
  }
  if (nextStep) {
    const step = say(caseStepLabels[nextStep]);
    const title = holder.until !== null && holder.until > writing.now ? say(texts.before, { step, when: moment(holder.until) }) : step;
    items.push({ key: 'next', kind: 'knot', state: 'next', title });
  }
  return items;
}

/** What the clocks did, at the moment at which they did it. */
function clockItems(marks: CaseDetail['marks'], { say, moment }: NoteWords): ThreadItem[] {
  return marks.map((mark) => ({
    key: `${mark.limit}-${mark.mark}-${mark.plannedAt}`,
    kind: 'bead',
    state: 'passed',
    title: markWords(mark, say),
    when: { text: moment(mark.firedAt), at: mark.firedAt },
  }));
}
