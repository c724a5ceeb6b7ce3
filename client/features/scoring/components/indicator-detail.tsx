import {
  exclusionLabels,
  gradeLabels,
  hundredthsText,
  indicatorFormulas,
  indicatorLabels,
  sampleLabels,
} from '#shared/scoring/scoring.i18n.ts';
import { exclusionReasons } from '#shared/scoring/scoring-schema.ts';
import { defineTexts, formatMonth, useJoined, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { Button, NavLink } from '../../../ui/index.ts';
import { indicatorWords } from '../indicator-words.ts';
import type { Score, ScoreCase, ScoreIndicator } from '../score-types.ts';
import styles from './score.module.css';

const texts = defineTexts({
  times: { zh: '× 100', en: '× 100' },
  excluded: {
    zh: '作废、不予受理、已告知其他渠道的不在内，本月共 {n} 件（{parts}）。',
    en: 'Void, declined and diverted ones are not in it: {n} this month ({parts}).',
  },
  noneExcluded: {
    zh: '作废、不予受理、已告知其他渠道的不在内，本月没有。',
    en: 'Void, declined and diverted ones are not in it; none this month.',
  },
  see: { zh: '看这 {n} 件', en: 'See these {n}' },
  these: { zh: '这 {n} 件', en: 'These {n}' },
  press: { zh: '一格一件，点开就是案卷', en: 'one square a case; press to open it' },
  notApplicable: { zh: '不适用', en: 'N/A' },
  scheme: { zh: '方案第 {version} 版，公式第 {formula} 版', en: 'Scheme {version}, formula {formula}' },
  asOf: { zh: '算到 {when}', en: 'computed to {when}' },
  kept: { zh: '每个数都留着当时的案件清单', en: 'Every figure keeps the list of its cases' },
  running: { zh: '未满月，每次打开按当时的案件现算', en: 'The month is not over: computed anew each time' },
  hash: { zh: '校验码 {hash}', en: 'Check code {hash}' },
  partial: { zh: '部分 {n}', en: 'Partly {n}' },
});

type Props = { score: Score; indicator: ScoreIndicator; cases: readonly ScoreCase[]; onExcluded: () => void };

/** How one figure came about: its fraction, its rule, and every case it counted. */
export function IndicatorDetail({ score, indicator, cases, onExcluded }: Props) {
  const say = useLabel();
  const { full } = useTimeWords();
  const { id, value, numerator, denominator, sample, counted } = indicator;
  const { locale } = useLocale();
  const { phrased, sentence } = useJoined();
  const month = formatMonth(score.month, locale);
  const words = indicatorWords[id];
  const { excluded } = score;
  const left = exclusionReasons.reduce((sum, reason) => sum + excluded[reason], 0);
  const parts = exclusionReasons.flatMap((reason) => (excluded[reason] > 0 ? [`${say(exclusionLabels[reason])} ${excluded[reason]}`] : []));
  return (
    <section className={styles.detail} aria-labelledby="indicator">
      <h2 id="indicator">{say(indicatorLabels[id])}</h2>
      <p className={styles.equation}>
        <b>{value === null ? say(texts.notApplicable) : hundredthsText(value)}</b>
        <span aria-hidden="true">=</span>
        <span className={styles.fraction}>
          <span>{numerator / 100}</span>
          <span className="visually-hidden">/</span>
          <span>{denominator}</span>
        </span>
        <span>{say(texts.times)}</span>
      </p>
      <hr />
      <p className={styles.fraction} data-words>
        <span>{say(words.top)}</span>
        <span className="visually-hidden">÷</span>
        <span>{say(words.bottom, { month })}</span>
      </p>
      <p className={styles.rule}>
        {sentence(say(indicatorFormulas[id]))} {sample !== 'sufficient' && <b>{sentence(say(sampleLabels[sample]))}</b>}
      </p>
      <p className={styles.rule}>
        {left === 0 ? say(texts.noneExcluded) : say(texts.excluded, { n: left, parts: phrased(...parts) })}{' '}
        {left > 0 && (
          <Button variant="quiet" size="small" onClick={onExcluded}>
            {say(texts.see, { n: left })}
          </Button>
        )}
      </p>
      {counted > 0 && (
        <>
          <hr />
          <h3>
            {say(texts.these, { n: counted })} <small>{say(texts.press)}</small>
          </h3>
          <Squares cases={cases} words={words} />
        </>
      )}
      <div className={styles.origin}>
        {score.grade && <span>{say(gradeLabels[score.grade])}　</span>}
        {say(texts.scheme, { version: score.schemeVersion, formula: score.formulaVersion })}　{say(texts.asOf, { when: full(score.asOf) })}
        <br />
        {say(score.running ? texts.running : texts.kept)}
        <br />
        <code title={score.hash}>{say(texts.hash, { hash: `${score.hash.slice(0, 8)}…${score.hash.slice(-8)}` })}</code>
      </div>
    </section>
  );
}

/** One square a case, what was missed last and notched, so that it reads without colour. */
function Squares({ cases, words }: { cases: readonly ScoreCase[]; words: (typeof indicatorWords)[keyof typeof indicatorWords] }) {
  const say = useLabel();
  const order = { full: 0, partial: 1, none: 2 } as const;
  const rank = (one: ScoreCase) => order[one.reached ?? 'none'];
  const sorted = cases.toSorted((a, b) => rank(a) - rank(b));
  const count = (which: ScoreCase['reached']) => cases.filter(({ reached }) => reached === which).length;
  const name = ({ caseNo, title, reached }: ScoreCase) =>
    [caseNo, title, say(reached === 'none' ? words.missed : words.reached)].filter(Boolean).join(' ');
  return (
    <>
      <ul className={styles.squares}>
        {sorted.map((one) => (
          <li key={one.id}>
            {one.opens ? (
              <NavLink href={`/s/c/${one.id}`} data-reached={one.reached} aria-label={name(one)} title={name(one)} />
            ) : (
              <span data-reached={one.reached} role="img" aria-label={name(one)} title={name(one)} />
            )}
          </li>
        ))}
      </ul>
      <p className={styles.key}>
        <i data-reached="full" /> {say(words.reached)} {count('full')}
        {count('partial') > 0 && (
          <>
            <i data-reached="partial" /> {say(texts.partial, { n: count('partial') })}
          </>
        )}
        <i data-reached="none" /> {say(words.missed)} {count('none')}
      </p>
    </>
  );
}
