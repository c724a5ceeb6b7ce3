import { activeUnits } from '#shared/dispatch/whistle-requirements.ts';
import type { SummonedUnit } from '#shared/dispatch/whistle-schema.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { useUnitName } from '../hooks/use-names.ts';
import { markLabels } from '../mark-labels.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

const texts = defineTexts({
  ours: { zh: '社区评各家', en: 'The community rates' },
  theirs: { zh: '各家评这一哨', en: 'The units rate the whistle' },
  why: { zh: '该不该吹，说没说清', en: 'was it needed, was it clear' },
  none: { zh: '还没评', en: 'not rated yet' },
  of: { zh: '{n} 分，共 5 分', en: '{n} of 5' },
});

/** Marks both ways: the blower for each unit, each unit for the whistle. */
export function Ratings({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { snapshot } = detail;
  if (snapshot.fedBackAt === null) return null;
  const units = activeUnits(snapshot);
  return (
    <>
      <section className={styles.block} aria-labelledby="whistle-ours">
        <h2 id="whistle-ours">{say(texts.ours)}</h2>
        {units.map((unit) => (
          <Marks key={unit.departmentId} unit={unit} detail={detail} note={unit.marks?.note ?? ''} marks={oursOf(unit)} />
        ))}
      </section>
      <section className={styles.block} aria-labelledby="whistle-theirs">
        <h2 id="whistle-theirs">
          {say(texts.theirs)} <small>{say(texts.why)}</small>
        </h2>
        {units.map((unit) => (
          <Marks key={unit.departmentId} unit={unit} detail={detail} note={unit.whistleMarks?.note ?? ''} marks={theirsOf(unit)} />
        ))}
      </section>
    </>
  );
}

type Mark = { name: keyof typeof markLabels; value: number };

function oursOf({ marks }: SummonedUnit): Mark[] {
  if (!marks) return [];
  return (['arrival', 'work', 'result'] as const).map((name) => ({ name, value: marks[name] }));
}

function theirsOf({ whistleMarks }: SummonedUnit): Mark[] {
  if (!whistleMarks) return [];
  return (['justification', 'information'] as const).map((name) => ({ name, value: whistleMarks[name] }));
}

function Marks({ unit, detail, marks, note }: { unit: SummonedUnit; detail: WhistleDetail; marks: readonly Mark[]; note: string }) {
  const say = useLabel();
  const unitName = useUnitName(detail);
  return (
    <dl className={styles.marks}>
      <dt>{unitName(unit.departmentId)}</dt>
      {marks.length === 0 && <dd className={styles.care}>{say(texts.none)}</dd>}
      {marks.map(({ name, value }) => (
        <dd key={name}>
          <span>{say(markLabels[name])}</span>
          <span className={styles.steps} role="img" aria-label={say(texts.of, { n: value })}>
            {[1, 2, 3, 4, 5].map((step) => (
              <i key={step} data-on={step === value || undefined}>
                {step}
              </i>
            ))}
          </span>
        </dd>
      ))}
      {note && <dd className={styles.quiet}>{note}</dd>}
    </dl>
  );
}
