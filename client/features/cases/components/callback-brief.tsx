import type { CaseEventType } from '#shared/cases/cases-events.ts';
import { caseEventLabels } from '#shared/cases/cases-history.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner } from '../../../ui/index.ts';
import type { CaseDetail } from '../case-types.ts';
import { eventNote } from '../event-note.ts';
import { useNoteWords } from '../hooks/use-thread.ts';
import { CasePhotos } from './case-photos.tsx';
import { ContactCard } from './contact-card.tsx';
import styles from './queue-desk.module.css';

const texts = defineTexts({
  call: { zh: '给谁打', en: 'Whom to call' },
  tries: { zh: '打过 {n} 次，没接通。满 {of} 次可以标为联系不上', en: 'Tried {n} times; after {of} it can be marked unreachable' },
  said: { zh: '当时怎么说', en: 'What was said' },
  done: { zh: '怎么办的', en: 'What was done' },
  earlier: { zh: '以前的回访', en: 'Earlier callbacks' },
  ask: { zh: '问三句：解决了吗？满意吗？还有什么要说的？', en: 'Three questions: solved? satisfied? anything else?' },
});

const results: readonly CaseEventType[] = [
  'CaseSelfHandled',
  'FeedbackSubmitted',
  'InspectionFailed',
  'CaseClosed',
  'SupportResultRecorded',
];
const calls: readonly CaseEventType[] = ['ApplicantContacted', 'CallbackTried', 'CallbackRecorded', 'CaseReopened'];

/** What to have before one's eyes when calling: who, what was said, what was done with photos, earlier calls. */
export function CallbackBrief({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const words = useNoteWords(detail.departments);
  const { snapshot, timeline } = detail;
  const listed = (types: readonly CaseEventType[]) =>
    timeline
      .filter(({ event }) => types.includes(event.type))
      .map(({ event, by, moves }) => (
        <li key={event.meta.seq}>
          <span>{words.moment(event.meta.at)}</span>
          <span>
            <b>{say(caseEventLabels[event.type])}</b>　{by.name}　{eventNote({ event, moves }, words)}
          </span>
        </li>
      ));
  const earlier = listed(calls);
  return (
    <>
      <section className={styles.section}>
        <h2>{say(texts.call)}</h2>
        <ContactCard key={snapshot.id} caseId={snapshot.id} contact={detail.contact} />
        {snapshot.callbackTries > 0 && (
          <Banner tone="info">{say(texts.tries, { n: snapshot.callbackTries, of: detail.settings.callbackTries })}</Banner>
        )}
        <p className={styles.quiet}>{say(texts.ask)}</p>
      </section>
      <section className={styles.section}>
        <h2>{say(texts.said)}</h2>
        <p>{detail.description || snapshot.title}</p>
      </section>
      <section className={styles.section}>
        <h2>{say(texts.done)}</h2>
        <ol className={styles.history}>{listed(results)}</ol>
        <CasePhotos photos={detail.photos} compare />
      </section>
      {earlier.length > 0 && (
        <section className={styles.section}>
          <h2>{say(texts.earlier)}</h2>
          <ol className={styles.history}>{earlier}</ol>
        </section>
      )}
    </>
  );
}
