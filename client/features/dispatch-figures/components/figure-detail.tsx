import { gradeLabels, hundredthsText, sampleLabels, scoreWords } from '#shared/scoring/scoring.i18n.ts';
import { callExclusionLabels, figureWords, whistleFormulas, whistleMeasureLabels } from '#shared/scoring/whistle-figures.i18n.ts';
import type { WhistleBand, WhistleFigure } from '#shared/scoring/whistle-figures-schema.ts';
import { callExclusions, type WhistleMeasureId } from '#shared/scoring/whistle-measures-schema.ts';
import { defineTexts, useJoined, useLabel, useTimeWords } from '../../../platform/index.ts';
import { NavLink } from '../../../ui/index.ts';
import type { FigureLine, Figures } from '../figure-types.ts';
import { valueWord } from '../figure-words.ts';
import type { FigureLinks } from './figure-table.tsx';
import styles from './figures.module.css';

const texts = defineTexts({
  notApplicable: { zh: '不适用', en: 'N/A' },
  weight: { zh: '权重 {weight}，占得分的 {weight} / {all}', en: 'weight {weight} of {all}' },
  noWeight: { zh: '只作参考，不计分', en: 'beside the score, no weight' },
  excluded: { zh: '不计入 {excluded} / {called}（{share}%）：{parts}。', en: 'Not assessed: {excluded} of {called} ({share}%): {parts}.' },
  noneExcluded: { zh: '没有不计入的。', en: 'None is left out.' },
  see: { zh: '看这 {n} 件', en: 'See these {n}' },
  scheme: { zh: '方案第 {version} 版，样本不少于 {n} 件', en: 'Scheme {version}, samples of {n} and more' },
  asOf: { zh: '算到 {when}', en: 'computed to {when}' },
  running: { zh: '这段时间还没完：还没到的时限不算', en: 'The period is not over: limits still to come are not in it' },
  closed: { zh: '已封存，以后的变动不再改它', en: 'Closed: what happens later does not change it' },
  check: { zh: '{month} 校验码 {hash}', en: '{month} check {hash}' },
  once: {
    zh: '合计里每个哨的办结、返工和解决只算一次，按主办单位',
    en: 'In the total each whistle counts once for disposal, rework and resolution, by its lead',
  },
  perHundred: { zh: '每百件立案 {n} 次', en: '{n} of a hundred registered cases' },
  whistles: { zh: '吹哨', en: 'whistles' },
  registered: { zh: '立案', en: 'registered' },
});

/** Enough to compare by eye; the whole stands in its title. */
const HASH_SHOWN = 12;

type Props = FigureLinks & { figures: Figures; line: FigureLine; measure: WhistleMeasureId };

/** How one figure came about: its fraction, its rule, its weight, and what is left out. */
export function FigureDetail({ figures, line, measure, link }: Props) {
  const say = useLabel();
  const { full } = useTimeWords();
  const { phrased, sentence } = useJoined();
  const figure = line.figures.find(({ id }) => id === measure);
  const { excluded, grade, total } = line;
  const parts = callExclusions.flatMap((reason) =>
    excluded[reason] > 0 ? [`${say(callExclusionLabels[reason])} ${excluded[reason]}`] : [],
  );
  return (
    <section className={styles.detail} aria-labelledby="figure">
      <h2 id="figure">
        {line.name}　{say(whistleMeasureLabels[measure])}
      </h2>
      {figure && <Equation figure={figure} all={total?.denominator ?? null} />}
      {measure === 'blown' && line.band && <BandEquation band={line.band} scheme={figures.scheme} />}
      <p className={styles.rule}>
        {sentence(say(figureWords.excludedRule))}{' '}
        {excluded.excluded === 0
          ? say(texts.noneExcluded)
          : say(texts.excluded, {
              ...{ excluded: excluded.excluded, called: excluded.called, share: hundredthsText(excluded.share) },
              parts: phrased(...parts),
            })}{' '}
        {excluded.excluded > 0 && measure !== 'called' && (
          <NavLink href={`${link({ figure: 'called', part: 'missed' })}#behind`}>{say(texts.see, { n: excluded.excluded })}</NavLink>
        )}
      </p>
      <p className={styles.origin}>
        {grade && `${say(gradeLabels[grade])}　`}
        {total && !line.ranked && `${say(scoreWords.unranked)}　`}
        {phrased(
          say(texts.scheme, { version: figures.scheme.version, n: figures.scheme.minSample }),
          say(texts.asOf, { when: full(figures.asOf) }),
        )}
        {line.id === null && total === null && (
          <>
            <br />
            {say(texts.once)}
          </>
        )}
        {figures.closed && (
          <>
            <br />
            {say(texts.closed)}
            {figures.closed.map(({ month, hash }) => (
              <span key={month} title={hash}>
                　{say(texts.check, { month, hash: hash.slice(0, HASH_SHOWN) })}
              </span>
            ))}
          </>
        )}
        {figures.running && (
          <>
            <br />
            {say(texts.running)}
          </>
        )}
      </p>
    </section>
  );
}

function Equation({ figure, all }: { figure: WhistleFigure; all: number | null }) {
  const say = useLabel();
  const { sentence } = useJoined();
  const { id, kind, value, numerator, denominator, sample, weight } = figure;
  return (
    <>
      <p className={styles.equation}>
        <b>{value === null ? say(texts.notApplicable) : say(valueWord(kind), { n: hundredthsText(value) })}</b>
        <span aria-hidden="true">=</span>
        <Fraction top={numerator / 100} bottom={denominator} />
        {kind === 'rate' && <span>× 100</span>}
      </p>
      <p className={styles.rule}>
        {sentence(say(whistleFormulas[id]))} {sample !== 'sufficient' && <b>{sentence(say(sampleLabels[sample]))}</b>}
      </p>
      {all !== null && (
        <p className={styles.rule}>
          {weight === 0 ? say(texts.noWeight) : value !== null && say(texts.weight, { weight, all })}
          {weight > 0 && value !== null && <span>　{say(scoreWords.totalFormula)}</span>}
        </p>
      )}
    </>
  );
}

type BandProps = { band: WhistleBand; scheme: Figures['scheme'] };

function BandEquation({ band: { whistles, registered, perHundred, value }, scheme }: BandProps) {
  const say = useLabel();
  const { sentence } = useJoined();
  return (
    <>
      <p className={styles.equation}>
        <b>{value === null ? say(texts.notApplicable) : hundredthsText(value)}</b>
        <Fraction top={`${say(texts.whistles)} ${whistles}`} bottom={`${say(texts.registered)} ${registered}`} />
        {perHundred !== null && <span>{say(texts.perHundred, { n: hundredthsText(perHundred) })}</span>}
      </p>
      <p className={styles.rule}>{sentence(say(figureWords.bandFormula, scheme.band))}</p>
    </>
  );
}

function Fraction({ top, bottom }: { top: number | string; bottom: number | string }) {
  return (
    <span className={styles.fraction}>
      <span>{top}</span>
      <span className="visually-hidden">/</span>
      <span>{bottom}</span>
    </span>
  );
}
