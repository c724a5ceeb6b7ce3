import { whistleEventLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner } from '../../../ui/index.ts';
import { whistleEventNote } from '../event-note.ts';
import { useWhistleNoteWords } from '../hooks/use-whistle-thread.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  title: { zh: '您写的时候，这个哨有了变化', en: 'The whistle changed while you wrote' },
  kept: { zh: '您写的都还在。看过变化，可以接着提交。', en: 'What you wrote is still here. Look at the change, then go on.' },
  gone: { zh: '现在已经不能这样办了，您写的可以复制走。', en: 'This can no longer be done; you can still copy what you wrote.' },
  line: { zh: '{what}，{who}，{when}', en: '{what}, {who}, {when}' },
});

/** What happened to a whistle since the person opened the form. */
export function WhistleStale({ detail, since, possible }: { detail: WhistleDetail; since: number; possible: boolean }) {
  const say = useLabel();
  const words = useWhistleNoteWords(detail);
  const changes = detail.timeline.filter(({ event }) => event.meta.seq > since);
  return (
    <Banner tone="care" title={say(texts.title)} live>
      <span>{say(possible ? texts.kept : texts.gone)}</span>
      <ul className={styles.changes}>
        {changes.map(({ event, by, moves }) => (
          <li key={event.meta.seq}>
            <b>{say(texts.line, { what: say(whistleEventLabels[event.type]), who: by.name, when: words.moment(event.meta.at) })}</b>{' '}
            {whistleEventNote({ event, moves }, words)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
