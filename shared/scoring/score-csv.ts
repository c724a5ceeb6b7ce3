import { csvText } from '../kernel/csv-text.ts';
import { hundredthsText, indicatorLabels, sampleLabels } from './scoring.i18n.ts';
import type { ScoreResult } from './scoring-schema.ts';

/**
 * A score as CSV: the table with numerators, denominators and weights, then one row for every case behind a figure. Values in per cent
 * with two decimals.
 */
export function scoreCsv({ score, title, numberOf }: { score: ScoreResult; title: string; numberOf: (caseId: string) => string }): string {
  const table = score.indicators.map((one) => [
    indicatorLabels[one.id].zh,
    one.value === null ? '' : hundredthsText(one.value),
    hundredthsText(one.numerator),
    one.denominator,
    one.weight,
    sampleLabels[one.sample].zh,
  ]);
  const cases = score.indicators.flatMap(({ id, tally }) => {
    const [full, partial] = [new Set(tally.numerator), new Set(tally.partial)];
    return tally.denominator.map((caseId) => [
      indicatorLabels[id].zh,
      numberOf(caseId),
      full.has(caseId) ? '1' : partial.has(caseId) ? '部分' : '0',
    ]);
  });
  const head = [
    [title],
    ['总分', score.total === null ? '' : hundredthsText(score.total.value)],
    ['方案版本', score.schemeVersion, '公式版本', score.formulaVersion],
    ['截至', new Date(score.asOf).toISOString(), 'SHA-256', score.hash],
    [],
    ['指标', '得分', '分子', '分母', '权重', '样本'],
  ];
  return csvText([...head, ...table, [], ['指标', '案件编号', '是否计入分子'], ...cases]);
}
