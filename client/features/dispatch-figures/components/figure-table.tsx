import { gradeLabels, hundredthsText, sampleLabels, scoreWords } from '#shared/scoring/scoring.i18n.ts';
import { figureWords, whistleFormulas, whistleMeasureLabels } from '#shared/scoring/whistle-figures.i18n.ts';
import { besideIndicators, unitIndicators, type WhistleFigure } from '#shared/scoring/whistle-figures-schema.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { classNames, NavLink, ScrollRegion } from '../../../ui/index.ts';
import type { FigureLine, Figures } from '../figure-types.ts';
import { valueWord } from '../figure-words.ts';
import type { FigureSearch } from '../hooks/figure-search.ts';
import styles from './figures.module.css';

const texts = defineTexts({
  caption: { zh: '考评数字', en: 'Figures' },
  unit: { zh: '单位', en: 'Unit' },
  community: { zh: '社区', en: 'Community' },
  score: { zh: '得分', en: 'Score' },
  rank: { zh: '名次', en: 'Rank' },
  weight: { zh: '权重 {n}', en: 'weight {n}' },
  scored: { zh: '计分', en: 'Scored' },
  beside: { zh: '参考，不计分', en: 'Beside, no weight' },
  excluded: { zh: '不计入', en: 'Not assessed' },
  band: { zh: '吹哨合理度', en: 'Whistle band' },
  notApplicable: { zh: '不适用', en: 'N/A' },
  small: { zh: '样本不足', en: 'small sample' },
  counted: { zh: '{n} 件', en: '{n}' },
});

export type FigureLinks = { search: FigureSearch; link: (part: Partial<FigureSearch>) => string };
type Props = FigureLinks & {
  lines: readonly FigureLine[];
  by: 'unit' | 'community';
  scored: boolean;
  banded: boolean;
  scheme: Figures['scheme'];
};

/** Every unit or community with its figures; each number is a link to the whistles behind it. */
export function FigureTable({ lines, by, scored, banded, scheme, ...links }: Props) {
  const say = useLabel();
  const [first] = lines;
  const weightOf = (id: string) => first?.figures.find((figure) => figure.id === id)?.weight ?? 0;
  return (
    <ScrollRegion className={styles.scroll} aria-label={say(texts.caption)}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say(texts.caption)}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.name}>
              {say(texts[by])}
            </th>
            {scored && (
              <>
                <th scope="col" rowSpan={2}>
                  {say(texts.score)}
                </th>
                <th scope="col" rowSpan={2}>
                  {say(texts.rank)}
                </th>
              </>
            )}
            <th scope="colgroup" colSpan={unitIndicators.length} className={styles.group}>
              {say(scored ? texts.scored : texts.caption)}
            </th>
            <th scope="colgroup" colSpan={besideIndicators.length} className={styles.group}>
              {say(texts.beside)}
            </th>
            {banded && (
              <th scope="col" rowSpan={2} title={say(figureWords.bandFormula, scheme.band)}>
                {say(texts.band)}
              </th>
            )}
            <th scope="col" rowSpan={2} title={say(figureWords.excludedRule)}>
              {say(texts.excluded)}
            </th>
          </tr>
          <tr>
            {[...unitIndicators, ...besideIndicators].map((id) => (
              <th key={id} scope="col" title={say(whistleFormulas[id])}>
                {say(whistleMeasureLabels[id])}
                {scored && weightOf(id) > 0 && <small>{say(texts.weight, { n: weightOf(id) })}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id ?? 'all'} {...{ line, scored, banded, ...links }} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type LineProps = FigureLinks & { line: FigureLine; scored: boolean; banded: boolean };

function Line({ line, scored, banded, search, link }: LineProps) {
  const say = useLabel();
  const { id, name, total, grade, rank, ranked, figures, excluded, band } = line;
  const chosen = search.row === id;
  const to = (figure: FigureSearch['figure'], part: FigureSearch['part'] = 'counted') => ({
    href: `${link({ row: id, figure, part })}#behind`,
    'aria-current': chosen && search.figure === figure ? ('true' as const) : undefined,
  });
  return (
    <tr className={classNames(id === null && styles.whole, chosen && styles.chosen)}>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      {scored && (
        <>
          <td className={styles.score}>
            {total ? (
              <>
                {grade && (
                  <span className={styles.grade} data-grade={grade} title={say(gradeLabels[grade])}>
                    {grade}
                  </span>
                )}
                {hundredthsText(total.value)}
              </>
            ) : (
              '—'
            )}
          </td>
          <td>{rank ?? (total && !ranked ? <small title={say(scoreWords.unranked)}>{say(texts.small)}</small> : '—')}</td>
        </>
      )}
      {figures.map((figure) => (
        <td key={figure.id}>
          <Figure figure={figure} link={to(figure.id)} name={name} />
        </td>
      ))}
      {banded && (
        <td>
          {band ? (
            <NavLink {...to('blown')}>
              <b>{hundredthsText(band.value)}</b>
              <small>
                {band.whistles} / {band.registered}
              </small>
            </NavLink>
          ) : (
            '—'
          )}
        </td>
      )}
      <td>
        <NavLink {...to('called', 'missed')}>
          <b>{excluded.excluded}</b>
          <small>/ {excluded.called}</small>
        </NavLink>
      </td>
    </tr>
  );
}

type FigureProps = { figure: WhistleFigure; name: string; link: { href: string; 'aria-current': 'true' | undefined } };

function Figure({ figure: { id, kind, value, counted, reached, sample }, link, name }: FigureProps) {
  const say = useLabel();
  if (value === null) return <span className={styles.none}>{say(texts.notApplicable)}</span>;
  const marks = id === 'unitRating' || id === 'whistleRating';
  return (
    <NavLink {...link} data-figure={id}>
      <span className="visually-hidden">
        {name} {say(whistleMeasureLabels[id])}
      </span>
      <b>{say(valueWord(kind), { n: hundredthsText(value) })}</b>
      <small>{kind === 'rate' && !marks ? `${reached} / ${counted}` : say(texts.counted, { n: counted })}</small>
      {sample === 'insufficient' && (
        <small className={styles.small} title={say(sampleLabels.insufficient)}>
          {say(texts.small)}
        </small>
      )}
    </NavLink>
  );
}
