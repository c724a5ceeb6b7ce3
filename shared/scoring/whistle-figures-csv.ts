import { type CsvCell, csvText } from '../kernel/csv-text.ts';
import { fill } from '../kernel/label.ts';
import { hundredthsText, sampleLabels, scoreWords } from './scoring.i18n.ts';
import type { WhistleRules } from './scoring-schema.ts';
import { callExclusionLabels, figureWords, whistleFormulas, whistleMeasureLabels } from './whistle-figures.i18n.ts';
import type { WhistleBand, WhistleScore } from './whistle-figures-schema.ts';
import type { WhistleMeasure } from './whistle-measures-schema.ts';

type Subject = WhistleScore & { band: WhistleBand | null };
type Behind = Pick<WhistleMeasure, 'measure' | 'verdict' | 'excluded' | 'side'> & {
  whistleNo: string;
  unit: string;
  at: string;
  doneAt: string;
};
type Sheet = {
  scheme: { band: WhistleRules['band'] };
  title: string;
  asOf: string;
  /** the months it is the sum of, when all of them are closed */
  closed: readonly { month: string; asOf: string; hash: string }[];
  total: Subject;
  rows: readonly (Subject & { name: { zh: string }; rank: number | null })[];
  behind: readonly Behind[];
};

/** Figures as CSV: one line for every figure of every unit or community, then every counted whistle by number. */
export function whistleFiguresCsv({ title, asOf, closed, scheme, total, rows, behind }: Sheet): string {
  const table = [{ ...total, name: { zh: '合计' }, rank: null }, ...rows].flatMap((row) => linesOf(row, scheme));
  const whistles = behind.map(({ measure, whistleNo, unit, side, at, doneAt, verdict, excluded }) => [
    whistleMeasureLabels[measure].zh,
    ...[whistleNo, unit, side === 'lead' ? '主办' : '协办', at, doneAt],
    excluded === null ? { full: '1', partial: '部分', none: '0' }[verdict] : callExclusionLabels[excluded].zh,
  ]);
  return csvText([
    [title],
    ['截至', asOf],
    ...closed.map(({ month, asOf: to, hash }) => ['已封存', month, '截至', to, 'SHA-256', hash]),
    [],
    ['单位或社区', '指标', '得分', '分子', '分母', '权重', '样本', '名次', '公式'],
    ...table,
    [],
    ['指标', '哨编号', '单位', '主协办', '计期时间', '实际时间', '是否计入分子'],
    ...whistles,
  ]);
}

function linesOf(
  { name, rank, figures, total, band, excluded }: Omit<Sheet['rows'][number], 'grade' | 'ranked'>,
  scheme: Sheet['scheme'],
): CsvCell[][] {
  const lines: CsvCell[][] = figures.map(({ id, value, numerator, denominator, weight, sample }) => [
    ...[name.zh, whistleMeasureLabels[id].zh, value === null ? '' : hundredthsText(value)],
    ...[hundredthsText(numerator), denominator, weight, sampleLabels[sample].zh, '', whistleFormulas[id].zh],
  ]);
  if (total)
    lines.push([
      name.zh,
      figureWords.unitScore.zh,
      hundredthsText(total.value),
      '',
      total.denominator,
      '',
      '',
      rank ?? '',
      scoreWords.totalFormula.zh,
    ]);
  if (band) {
    const { whistles, registered, value } = band;
    lines.push([
      name.zh,
      figureWords.band.zh,
      value === null ? '' : hundredthsText(value),
      whistles,
      registered,
      '',
      '',
      '',
      fill(figureWords.bandFormula.zh, scheme.band),
    ]);
  }
  const share = excluded.share === null ? '' : hundredthsText(excluded.share);
  return [...lines, [name.zh, '不计入的占比', share, excluded.excluded, excluded.called, '', '', '', figureWords.excludedRule.zh]];
}
