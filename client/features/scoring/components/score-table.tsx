import { hundredthsText, indicatorLabels, sampleLabels } from '#shared/scoring/scoring.i18n.ts';
import type { IndicatorId } from '#shared/scoring/scoring-schema.ts';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import { classNames, ScrollRegion } from '../../../ui/index.ts';
import type { Score, ScoreIndicator } from '../score-types.ts';
import styles from './score.module.css';

const texts = defineTexts({
  caption: { zh: '指标得分', en: 'Indicators' },
  indicator: { zh: '指标', en: 'Indicator' },
  value: { zh: '得分', en: 'Value' },
  fraction: { zh: '分子 / 分母', en: 'Of' },
  weight: { zh: '权重', en: 'Weight' },
  product: { zh: '得分 × 权重', en: 'Value × weight' },
  total: { zh: '合计', en: 'Total' },
  notApplicable: { zh: '不适用', en: 'N/A' },
  left: { zh: '不计', en: 'left out' },
  small: { zh: '样本不足', en: 'small sample' },
  why: {
    zh: '{names}这个月没有可计的，不计分；权重 {weight} 按比例分给其余各项，所以除以 {rest}。当成 0 分会少算成 {zero}，当成 100 分会多算成 {full}。',
    en: 'Nothing to count for {names}; the weight {weight} goes to the others, so the sum is divided by {rest}. As 0 it would be {zero}, as 100 {full}.',
  },
  smallWhy: { zh: '样本少于 {n} 件的照常计分，标出来，不参与排名。', en: 'Fewer than {n} cases count and are marked, without a rank.' },
});

type Props = { score: Score; selected: IndicatorId; onSelect: (id: IndicatorId) => void };

/** Every indicator with its fraction, weight and product; a row opens its formula and cases. */
export function ScoreTable({ score, selected, onSelect }: Props) {
  const say = useLabel();
  const { total, indicators } = score;
  return (
    <section className={styles.tablePanel}>
      <ScrollRegion className={styles.scroll} aria-label={say(texts.caption)}>
        <table className={styles.scores}>
          <thead>
            <tr>
              <th scope="col">{say(texts.indicator)}</th>
              <th scope="col" className={styles.barCell}>
                <span className="visually-hidden">{say(texts.value)}</span>
              </th>
              <th scope="col">{say(texts.value)}</th>
              <th scope="col">{say(texts.fraction)}</th>
              <th scope="col">{say(texts.weight)}</th>
              <th scope="col">{say(texts.product)}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((one) => (
              <tr key={one.id} className={classNames(one.id === selected && styles.chosen)} onClick={() => onSelect(one.id)}>
                <th scope="row">
                  <button type="button" aria-pressed={one.id === selected} onClick={() => onSelect(one.id)}>
                    {say(indicatorLabels[one.id])}
                  </button>
                </th>
                <td className={styles.barCell}>
                  <span className={styles.bar}>{one.value !== null && <i style={{ width: `${one.value / 100}%` }} />}</span>
                </td>
                <td>
                  {one.value === null ? say(texts.notApplicable) : hundredthsText(one.value)}
                  {one.sample === 'insufficient' && (
                    <small className={styles.small} title={say(sampleLabels.insufficient)}>
                      {say(texts.small)}
                    </small>
                  )}
                </td>
                <td>{`${trimmed(one.numerator)} / ${one.denominator}`}</td>
                <td>{one.weight}</td>
                <td>{one.value === null ? say(texts.left) : ((one.value * one.weight) / 100).toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say(texts.total)}</th>
              <td className={styles.barCell} />
              <td>{hundredthsText(total?.value ?? null)}</td>
              <td />
              <td>{total?.denominator ?? 0}</td>
              <td>{total ? trimmed(total.numerator) : '—'}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <Footnotes score={score} />
    </section>
  );
}

function Footnotes({ score: { indicators, total, scheme } }: { score: Score }) {
  const say = useLabel();
  const { listed } = useJoined();
  const absent = indicators.filter(({ value }) => value === null);
  const weight = sumOfWeights(absent);
  const all = (total?.denominator ?? 0) + weight;
  const asScore = (extra: number) => hundredthsText(Math.floor(((total?.numerator ?? 0) + extra) / all + 0.5));
  return (
    <div className={styles.footnotes}>
      {total && absent.length > 0 && (
        <p>
          {say(texts.why, {
            ...{ names: listed(...absent.map(({ id }) => say(indicatorLabels[id]))), weight, rest: total.denominator },
            ...{ zero: asScore(0), full: asScore(weight * 10_000) },
          })}
        </p>
      )}
      {indicators.some(({ sample }) => sample === 'insufficient') && <p>{say(texts.smallWhy, { n: scheme.minSample })}</p>}
    </div>
  );
}

function sumOfWeights(indicators: readonly ScoreIndicator[]): number {
  return indicators.reduce((sum, { weight }) => sum + weight, 0);
}

/** Hundredths without needless zeros: 8800 is `88`, 750750 is `7507.5`. */
function trimmed(hundredths: number): string {
  return String(hundredths / 100);
}
