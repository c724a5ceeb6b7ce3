import { useState } from 'react';
import { v7 } from 'uuid';
import { ratingLabels, solvedLabels } from '#shared/cases/cases.i18n.ts';
import { textLimits } from '#shared/cases/text-limits.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner, Button, Field, Icon, type IconName, TextArea } from '../../../ui/index.ts';
import { useAct } from '../hooks/use-act.ts';
import styles from '../resident.module.css';
import type { OwnCase } from '../thread-items.ts';

const texts = defineTexts({
  solved: { zh: '事情解决了吗？', en: 'Is it solved?' },
  reopens: { zh: '重开，接着办', en: 'taken up again' },
  rating: { zh: '您满意吗？', en: 'How satisfied are you?' },
  word: { zh: '还想说一句', en: 'Anything else' },
  optional: { zh: '可不填', en: 'optional' },
  send: { zh: '送出评价', en: 'Send the rating' },
  retry: { zh: '再送一次', en: 'Send again' },
  missing: { zh: '先点解决了没有，再点满不满意', en: 'First whether it is solved, then how satisfied you are' },
  kept: { zh: '您选的还在', en: 'Your choice is still here' },
});

const answers = ['yes', 'partly', 'no'] as const;
const faces = { yes: 'faceGood', partly: 'faceFair', no: 'faceBad' } as const satisfies Record<(typeof answers)[number], IconName>;
const ratings = [5, 4, 3, 2, 1] as const;

/** The applicant's word on the result; "not solved" takes the matter up again. */
export function RatingForm({ own }: { own: Pick<OwnCase, 'id' | 'version'> }) {
  const say = useLabel();
  const { act, busy, problem } = useAct();
  const [requestId] = useState(() => v7());
  const [solved, setSolved] = useState<(typeof answers)[number] | null>(null);
  const [rating, setRating] = useState<(typeof ratings)[number] | null>(null);
  const [note, setNote] = useState('');
  const send = () => {
    if (solved === null || rating === null) return;
    void act({
      action: 'recordCallback',
      input: { caseId: own.id, expectedVersion: own.version, requestId, solved, rating, note: note.trim() },
    });
  };
  return (
    <section className={styles.fields}>
      <fieldset>
        <legend className={styles.legend}>{say(texts.solved)}</legend>
        <div className={styles.faces}>
          {answers.map((answer) => (
            <label key={answer} className={styles.face}>
              <input type="radio" name="solved" checked={solved === answer} onChange={() => setSolved(answer)} />
              <Icon name={faces[answer]} size={32} />
              <span>{say(solvedLabels[answer])}</span>
              {answer === 'no' && <small>{say(texts.reopens)}</small>}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className={styles.legend}>{say(texts.rating)}</legend>
        <div className={styles.stars}>
          {ratings.map((each) => (
            <label key={each}>
              <input type="radio" name="rating" checked={rating === each} onChange={() => setRating(each)} />
              <b>{each}</b>
              <span>{say(ratingLabels[each])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={say(texts.word)} optionalWord={say(texts.optional)}>
        {(control) => (
          <TextArea {...control} rows={2} maxLength={textLimits.note} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {problem && (
        <Banner tone="care" live title={problem}>
          {say(texts.kept)}
        </Banner>
      )}
      <Button
        variant="primary"
        wide
        busy={busy}
        missing={solved === null || rating === null ? say(texts.missing) : undefined}
        onClick={send}
      >
        {say(problem ? texts.retry : texts.send)}
      </Button>
    </section>
  );
}
