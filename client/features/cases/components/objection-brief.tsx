import type { CaseEventType } from '#shared/cases/cases-events.ts';
import { caseEventLabels } from '#shared/cases/cases-history.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import type { CaseDetail } from '../case-types.ts';
import { eventNote } from '../event-note.ts';
import { AskedNote } from '../forms/asked-note.tsx';
import { SupervisionNote } from '../forms/supervision-note.tsx';
import { useSuggestedUnits } from '../forms/units-field.tsx';
import { useNoteWords } from '../hooks/use-thread.ts';
import { CasePhotos } from './case-photos.tsx';
import styles from './queue-desk.module.css';

const texts = defineTexts({
  sides: { zh: '两边怎么说', en: 'Both sides' },
  dispatcher: { zh: '派的一方', en: 'Whoever dispatched' },
  unit: { zh: '{name} 说', en: '{name} says' },
  basis: { zh: '依据', en: 'Basis' },
  noWords: { zh: '派的时候没有写话', en: 'No words were written with the dispatch' },
  past: { zh: '派过哪里', en: 'Where it was sent' },
  none: { zh: '还没有派过', en: 'Not dispatched yet' },
  usual: { zh: '这一类一年来谁办', en: 'Who led this class in a year' },
  led: { zh: '{n} 件', en: '{n}' },
  asks: { zh: '等您定的', en: 'For your decision' },
  resident: { zh: '诉求人怎么说', en: 'What the applicant said' },
});

const moves: readonly CaseEventType[] = ['CaseDispatched', 'DispatchObjected', 'ObjectionUpheld', 'ObjectionOverruled', 'CaseSigned'];

/** What a ruling, a dispatch or a decision needs: the words of both sides, where the case was sent, and who usually does such matters. */
export function ObjectionBrief({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const words = useNoteWords(detail.departments);
  const { units } = useSuggestedUnits(detail.snapshot.id);
  const { timeline, snapshot } = detail;
  const objection = timeline.findLast(({ event }) => event.type === 'DispatchObjected');
  const dispatch = timeline.findLast(({ event }) => event.type === 'CaseDispatched');
  const history = timeline.filter(({ event }) => moves.includes(event.type));
  const asked = snapshot.extensionAsked || snapshot.holdAsked || snapshot.voidAsked;
  return (
    <>
      {asked && (
        <section className={styles.section}>
          <h2>{say(texts.asks)}</h2>
          <AskedNote detail={detail} />
          <SupervisionNote detail={detail} />
        </section>
      )}
      {snapshot.state === 'objected' && objection?.event.type === 'DispatchObjected' && (
        <section className={styles.section}>
          <h2>{say(texts.sides)}</h2>
          <div className={styles.sides}>
            <div className={styles.words}>
              <b>{say(texts.dispatcher)}</b>
              {dispatch?.event.type === 'CaseDispatched' && (
                <>
                  <p>{dispatch.event.payload.note || say(texts.noWords)}</p>
                  <small>
                    {dispatch.by.name}　{words.moment(dispatch.event.meta.at)}
                  </small>
                </>
              )}
            </div>
            <div className={styles.words}>
              <b>{say(texts.unit, { name: words.unitName(objection.event.payload.unitId) })}</b>
              <p>{objection.event.payload.reason}</p>
              <b>{say(texts.basis)}</b>
              <p>{objection.event.payload.legalBasis}</p>
              <small>
                {objection.by.name}　{words.moment(objection.event.meta.at)}
              </small>
            </div>
          </div>
        </section>
      )}
      <section className={styles.section}>
        <h2>{say(texts.resident)}</h2>
        <p>{detail.description || snapshot.title}</p>
        <CasePhotos photos={detail.photos} />
      </section>
      <section className={styles.section}>
        <h2>{say(texts.past)}</h2>
        {history.length === 0 && <p className={styles.quiet}>{say(texts.none)}</p>}
        <ol className={styles.history}>
          {history.map(({ event, by, moves }) => (
            <li key={event.meta.seq}>
              <span>{words.moment(event.meta.at)}</span>
              <span>
                <b>{say(caseEventLabels[event.type])}</b>　{by.name}　{eventNote({ event, moves }, words)}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.section}>
        <h2>{say(texts.usual)}</h2>
        <ul className={styles.history}>
          {units
            .filter((unit) => unit.led > 0 || unit.isDefault)
            .slice(0, 4)
            .map((unit) => (
              <li key={unit.departmentId}>
                <span>{say(texts.led, { n: unit.led })}</span>
                <b>{say(unit.name)}</b>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
