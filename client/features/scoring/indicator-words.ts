import type { Label, Labels } from '#shared/kernel/label.ts';
import type { IndicatorId } from '#shared/scoring/scoring-schema.ts';
import { defineTexts } from '../../platform/index.ts';

type Words = { top: Label; bottom: Label; reached: Label; missed: Label };
const words = <const W extends Words>(given: W): W => given;

/** The fraction of each indicator in words, and what its two lists are called. */
export const indicatorWords: Readonly<Record<IndicatorId, Words>> = {
  responseRate: words({
    top: { zh: '按时联系上诉求人的', en: 'applicant contacted in time' },
    bottom: { zh: '{month}里该联系的案件', en: 'cases whose contact was due in {month}' },
    reached: { zh: '按时联系', en: 'In time' },
    missed: { zh: '没按时联系', en: 'Not in time' },
  }),
  onTimeClosureRate: words({
    top: { zh: '在到期前办结的', en: 'closed by their due time' },
    bottom: { zh: '{month}里到期的案件', en: 'cases due in {month}' },
    reached: { zh: '按期', en: 'On time' },
    missed: { zh: '没按期', en: 'Late' },
  }),
  resolutionRate: words({
    top: { zh: '回访答“解决了”的', en: 'said to be solved' },
    bottom: { zh: '{month}里回访到的案件', en: 'cases called back in {month}' },
    reached: { zh: '解决', en: 'Solved' },
    missed: { zh: '没解决', en: 'Not solved' },
  }),
  satisfactionRate: words({
    top: { zh: '评基本满意及以上的', en: 'rated fairly satisfied or better' },
    bottom: { zh: '{month}里有评分的案件', en: 'cases rated in {month}' },
    reached: { zh: '满意', en: 'Satisfied' },
    missed: { zh: '不满意', en: 'Dissatisfied' },
  }),
  firstPassRate: words({
    top: { zh: '没有返工的', en: 'without rework' },
    bottom: { zh: '{month}里办过的案件', en: 'cases handled in {month}' },
    reached: { zh: '一次办成', en: 'First pass' },
    missed: { zh: '返工', en: 'Reworked' },
  }),
  proactiveRate: words({
    top: { zh: '网格员、巡查、理事会、走访发现的', en: 'found by grid workers, patrols, councils, visits' },
    bottom: { zh: '{month}里立案的案件', en: 'cases registered in {month}' },
    reached: { zh: '主动发现', en: 'Proactive' },
    missed: { zh: '居民反映', en: 'Told by residents' },
  }),
  wishFulfilmentRate: words({
    top: { zh: '30 天内圆梦的', en: 'fulfilled within 30 days' },
    bottom: { zh: '期末 30 天前核实的微心愿', en: 'wishes verified 30 days before the end' },
    reached: { zh: '圆梦', en: 'Fulfilled' },
    missed: { zh: '没圆梦', en: 'Not fulfilled' },
  }),
  visitRate: words({
    top: { zh: '应访季度内完成的', en: 'made in their quarter' },
    bottom: { zh: '应走访的', en: 'visits due' },
    reached: { zh: '完成', en: 'Made' },
    missed: { zh: '没完成', en: 'Not made' },
  }),
  deliberationDelivery: words({
    top: { zh: '按期完成的决议任务', en: 'resolution tasks done in time' },
    bottom: { zh: '到期的决议任务', en: 'tasks due' },
    reached: { zh: '按期', en: 'In time' },
    missed: { zh: '没按期', en: 'Late' },
  }),
};

/** What the columns of the case list mean for each indicator. */
export const columnWords = defineTexts({
  due: { zh: '到期', en: 'Due' },
  contactDue: { zh: '应联系', en: 'Contact due' },
  closed: { zh: '办结', en: 'Closed' },
  contacted: { zh: '已联系', en: 'Contacted' },
  late: { zh: '晚了', en: 'Late by' },
  answered: { zh: '回访', en: 'Callback' },
  solved: { zh: '解决', en: 'Solved' },
  rating: { zh: '评价', en: 'Rating' },
  reworks: { zh: '返工', en: 'Reworks' },
  registered: { zh: '立案', en: 'Registered' },
  source: { zh: '来源', en: 'Source' },
  reported: { zh: '上报', en: 'Reported' },
  why: { zh: '原因', en: 'Why' },
}) satisfies Labels<string>;
