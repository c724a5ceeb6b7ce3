import type { Labels } from '../kernel/label.ts';
import type { ExclusionReason, GradeLetter, IndicatorId, SampleState } from './scoring-schema.ts';

export const indicatorLabels: Labels<IndicatorId> = {
  responseRate: { zh: '响应率', en: 'Response rate' },
  onTimeClosureRate: { zh: '按期结案率', en: 'On-time closure rate' },
  resolutionRate: { zh: '解决率', en: 'Resolution rate' },
  satisfactionRate: { zh: '满意率', en: 'Satisfaction rate' },
  firstPassRate: { zh: '一次办成率', en: 'First-pass rate' },
  proactiveRate: { zh: '主动发现率', en: 'Proactive rate' },
  wishFulfilmentRate: { zh: '微心愿实现率', en: 'Wish fulfilment rate' },
  visitRate: { zh: '走访完成率', en: 'Visit rate' },
  deliberationDelivery: { zh: '协商落实率', en: 'Deliberation delivery' },
};

/** The formula in words, shown beside every figure. */
export const indicatorFormulas: Labels<IndicatorId> = {
  responseRate: {
    zh: '按时联系诉求人的案件 ÷ 本期应联系的案件',
    en: 'Cases with the applicant contacted in time ÷ cases whose contact was due in the period',
  },
  onTimeClosureRate: {
    zh: '按期结案的案件 ÷ 本期应结案的案件（时限按批准的延期、挂账和返工计）',
    en: 'Cases closed by their due time ÷ cases due in the period (due times as moved by approved extensions, holds and rework)',
  },
  resolutionRate: {
    zh: '回访答“已解决”的案件 ÷ 本期回访到的案件（“部分解决”按设定折算）',
    en: 'Callbacks saying solved ÷ callbacks that reached someone (partly solved counts as set)',
  },
  satisfactionRate: {
    zh: '评价为基本满意及以上的案件 ÷ 本期有评价的案件',
    en: 'Cases rated fairly satisfied or better ÷ cases rated in the period',
  },
  firstPassRate: { zh: '没有返工的案件 ÷ 本期办理的案件', en: 'Cases without rework ÷ cases handled in the period' },
  proactiveRate: {
    zh: '网格员、巡查、理事会、走访发现的案件 ÷ 本期立案的案件',
    en: 'Cases found by grid workers, patrols, councils and visits ÷ cases registered in the period',
  },
  wishFulfilmentRate: {
    zh: '30 天内确认实现的微心愿 ÷ 期末 30 天前核实的微心愿',
    en: 'Wishes confirmed within 30 days ÷ wishes verified at least 30 days before the end of the period',
  },
  visitRate: { zh: '在应访季度内完成的走访 ÷ 应走访数', en: 'Visits made in their quarter ÷ visits due' },
  deliberationDelivery: { zh: '按期完成的协商决议任务 ÷ 到期的任务', en: 'Resolution tasks done in time ÷ tasks due' },
};

export const sampleLabels: Labels<SampleState> = {
  sufficient: { zh: '样本充足', en: 'Sufficient sample' },
  insufficient: { zh: '样本不足，不参与排名', en: 'Small sample, not ranked' },
  notApplicable: { zh: '不适用，权重分摊到其他指标', en: 'N/A, its weight goes to the other indicators' },
};

export const exclusionLabels: Labels<ExclusionReason> = {
  void: { zh: '作废', en: 'Void' },
  declined: { zh: '不予受理', en: 'Declined' },
  diverted: { zh: '已告知其他渠道', en: 'Diverted' },
  malicious: { zh: '认定为恶意', en: 'Judged malicious' },
};

export const gradeLabels: Labels<GradeLetter> = {
  A: { zh: 'A 优秀', en: 'A excellent' },
  B: { zh: 'B 良好', en: 'B good' },
  C: { zh: 'C 中等', en: 'C fair' },
  D: { zh: 'D 及格', en: 'D pass' },
  E: { zh: 'E 待改进', en: 'E to improve' },
};

export const scoreWords = {
  totalFormula: {
    zh: '总分 = Σ（指标值 × 权重）÷ 有数据指标的权重之和，四舍五入到两位小数',
    en: 'Total = Σ (value × weight) ÷ sum of the weights that have data, half up to two decimals',
  },
  tieRule: { zh: '得分完全相同的并列（1、1、3）', en: 'Exactly equal scores share a rank (1, 1, 3)' },
  unranked: { zh: '数据不足，暂不排名', en: 'Too little data for a rank' },
} satisfies Labels<'totalFormula' | 'tieRule' | 'unranked'>;

/** A value in hundredths as text, `88.45`; `–` for N/A. */
export function hundredthsText(value: number | null): string {
  if (value === null) return '–';
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
}
