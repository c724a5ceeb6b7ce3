import { limitMarkLabels } from '#shared/clocks/clocks.i18n.ts';
import { whistleEventLabels, whistleHolderLabels, whistleLimitLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleEventType } from '#shared/dispatch/whistle-events.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { defineTexts, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import type { ThreadItem } from '../../cases-parts/index.ts';
import { type NoteWords, whistleEventNote } from '../event-note.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import { useUnitName } from './use-names.ts';

const texts = defineTexts({
  people: { zh: '{title}　{name}', en: '{title}: {name}' },
  owed: { zh: '{limit}，{who}，{when} 前', en: '{limit}, {who}, before {when}' },
  mark: { zh: '{limit}：{mark}', en: '{limit}: {mark}' },
  missed: { zh: '{limit}已过限，{who}', en: '{limit} is late, {who}' },
});

/** The moments that stand as knots: the stages of the whistle. */
const knots: readonly WhistleEventType[] = [
  'WhistleDrafted',
  'WhistleBlown',
  'WhistleAcknowledged',
  'WhistleOnSite',
  'OpinionsCollected',
  'PlanApproved',
  'WorkStarted',
  'WorkCompleted',
  'ResultFedBack',
  'WhistleCleared',
];

/** The words an event of this whistle is told in. */
export function useWhistleNoteWords(detail: WhistleDetail): NoteWords {
  const say = useLabel();
  const { locale } = useLocale();
  const { moment } = useTimeWords();
  const unitName = useUnitName(detail);
  const taskName = (id: string) => detail.snapshot.plan?.tasks.find((task) => task.id === id)?.what ?? '';
  return { say, locale, moment, unitName, taskName };
}

/** What the clocks did by themselves; a step up the chain stands among the events already. */
export function useReminders(detail: WhistleDetail): { key: string; at: Instant; title: string; note: string }[] {
  const say = useLabel();
  const unitName = useUnitName(detail);
  return detail.marks
    .filter(({ mark }) => mark !== 'escalateStreet' && mark !== 'escalateDistrict')
    .map(({ limit, departmentId, mark, firedAt }) => ({
      key: `${limit} ${departmentId} ${mark} ${firedAt}`,
      at: firedAt,
      title: say(texts.mark, { limit: say(whistleLimitLabels[limit]), mark: say(limitMarkLabels[mark]) }),
      note: departmentId === null ? '' : unitName(departmentId),
    }));
}

/** Everything that happened for all parties on one thread, and what is owed now. */
export function useWhistleThread(detail: WhistleDetail): ThreadItem[] {
  const words = useWhistleNoteWords(detail);
  const { say, moment, unitName } = words;
  const { writing } = useTimeWords();
  const told = detail.timeline.map(({ event, by, moves }): ThreadItem => {
    const note = whistleEventNote({ event, moves }, words);
    return {
      key: String(event.meta.seq),
      kind: knots.includes(event.type) ? 'knot' : 'bead',
      state: 'passed',
      title: say(texts.people, { title: say(whistleEventLabels[event.type]), name: by.name }),
      when: { text: moment(event.meta.at), at: event.meta.at },
      ...(note ? { note } : {}),
    };
  });
  const reminded = useReminders(detail).map(
    ({ key, at, title, note }): ThreadItem => ({
      key,
      kind: 'bead',
      state: 'passed',
      title,
      when: { text: moment(at), at },
      ...(note ? { note } : {}),
    }),
  );
  const owed = detail.running.flatMap(({ clock: { limit, holder, departmentId, due } }): ThreadItem[] => {
    if (limit === null || due === null) return [];
    const late = due.at < writing.now;
    const params = {
      limit: say(whistleLimitLabels[limit]),
      who: departmentId === null && holder ? say(whistleHolderLabels[holder]) : unitName(departmentId),
      when: moment(due.at),
    };
    return [
      {
        ...{ key: `${limit} ${departmentId} ${due.at}`, kind: 'knot', state: late ? 'missed' : 'next' },
        title: say(late ? texts.missed : texts.owed, params),
      },
    ];
  });
  const passed = [...told, ...reminded].toSorted((a, b) => (a.when?.at ?? 0) - (b.when?.at ?? 0));
  return [...passed, ...owed.toSorted((a, b) => Number(a.state === 'next') - Number(b.state === 'next'))];
}
