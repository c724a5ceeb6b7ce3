import { caseEventLabels } from '#shared/cases/cases-history.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner } from '../../../ui/index.ts';
import type { CaseDetail } from '../case-types.ts';
import { eventNote } from '../event-note.ts';
import { useNoteWords } from '../hooks/use-thread.ts';
import styles from './forms.module.css';

const texts = defineTexts({
  title: { zh: '您写的时候，案子有了变化', en: 'The case changed while you wrote' },
  kept: { zh: '您写的都还在。看过变化，可以接着提交。', en: 'What you wrote is still here. Look at the change, then go on.' },
  gone: { zh: '现在已经不能这样办了，您写的可以复制走。', en: 'This can no longer be done; you can still copy what you wrote.' },
  line: { zh: '{what}，{who}，{when}', en: '{what}, {who}, {when}' },
});

/** What happened to a case since the person opened the form. */
export function StaleNote({ detail, since, possible }: { detail: CaseDetail; since: number; possible: boolean }) {
  const say = useLabel();
  const words = useNoteWords(detail.departments);
  const changes = detail.timeline.filter(({ event }) => event.meta.seq > since);
  return (
    <Banner tone="care" title={say(texts.title)} live>
      <span>{say(possible ? texts.kept : texts.gone)}</span>
      <ul className={styles.changes}>
        {changes.map(({ event, by, moves }) => (
          <li key={event.meta.seq}>
            <b>{say(texts.line, { what: say(caseEventLabels[event.type]), who: by.name, when: words.moment(event.meta.at) })}</b>
            {eventNote({ event, moves }, words) && <> {eventNote({ event, moves }, words)}</>}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
