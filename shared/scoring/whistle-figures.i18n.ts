import type { Labels } from '../kernel/label.ts';
import type { WhistleIndicatorId } from './whistle-figures-schema.ts';
import type { CallExclusion, WhistleMeasureId } from './whistle-measures-schema.ts';

export const whistleMeasureLabels: Labels<WhistleMeasureId> = {
  reportIn: { zh: '到场及时率', en: 'On site in time' },
  disposal: { zh: '按期办结率', en: 'Done in time' },
  firstPass: { zh: '一次办成率', en: 'First pass' },
  unitRating: { zh: '社区给单位的评分', en: 'Marks for the unit' },
  resolution: { zh: '解决率', en: 'Resolution rate' },
  response: { zh: '应哨及时率', en: 'Answered in time' },
  onSpot: { zh: '现场证明率', en: 'Proved on the spot' },
  onSiteDelay: { zh: '平均晚到', en: 'Mean delay' },
  rounds: { zh: '平均轮次', en: 'Mean rounds' },
  whistleRating: { zh: '单位给社区的评分', en: 'Marks for the whistle' },
  called: { zh: '被吹哨', en: 'Calls' },
  blown: { zh: '吹哨数', en: 'Whistles blown' },
};

/** The formula in words, shown beside every figure. */
export const whistleFormulas: Labels<WhistleIndicatorId> = {
  reportIn: { zh: '按时到场的 ÷ 到场时限在本期内的', en: 'on site by their due time ÷ calls whose report-in was due in the period' },
  disposal: {
    zh: '按期做完的 ÷ 办结时限在本期内的（时限按批准的延期和挂账计，返工不另给时间；主办看全部任务，协办看自己的任务）',
    en: 'done by the due time ÷ due in the period (as moved by approved extensions and holds; rework gives no more time; a lead by all tasks, a support by its own)',
  },
  firstPass: {
    zh: '没有返工的 ÷ 本期验收通过的（主办看整个哨，协办看自己的任务）',
    en: 'without rework ÷ accepted in the period (a lead by the whole, a support by its own tasks)',
  },
  unitRating: {
    zh: '社区对到场、办理、效果的打分之和 ÷ 满分之和（每项 5 分），按打分时间',
    en: 'sum of the marks for arrival, work and result ÷ the most there is (5 each), by the time of the marks',
  },
  resolution: {
    zh: '过半答复的住户说“已解决”的 ÷ 本期反馈且有住户答复的',
    en: 'more than half of the answering households say solved ÷ fed back in the period with an answer',
  },
  response: { zh: '按时应哨的 ÷ 应哨时限在本期内的', en: 'answered by the due time ÷ calls whose answer was due in the period' },
  onSpot: { zh: '用定位或现场码证明的 ÷ 本期到场的', en: 'proved by position or code on site ÷ arrivals in the period' },
  onSiteDelay: {
    zh: '晚到的法定分钟之和 ÷ 到场时限在本期内且已到场的（限期按工作时间、工作日定的只算上班时间，其余的按钟点）',
    en: 'legal minutes of delay ÷ arrivals due in the period (office time where the limit is in working hours or working days, else by the clock)',
  },
  rounds: { zh: '（返工次数 + 1）之和 ÷ 本期验收通过的', en: 'sum of failed acceptances + 1 ÷ accepted in the period' },
  whistleRating: {
    zh: '单位对该不该吹、情况清不清楚的打分之和 ÷ 满分之和（每项 5 分），按打分时间',
    en: 'sum of the marks for justification and information ÷ the most there is (5 each), by the time of the marks',
  },
};

export const callExclusionLabels: Labels<CallExclusion> = {
  released: { zh: '异议成立', en: 'Objection upheld' },
  excused: { zh: '街道准许不来', en: 'Excused by the street' },
  withdrawn: { zh: '已撤哨', en: 'Withdrawn' },
  void: { zh: '作废', en: 'Void' },
};

export const figureWords = {
  unitScore: { zh: '单位得分', en: 'Unit score' },
  band: { zh: '吹哨合理度', en: 'Whistle band' },
  bandFormula: {
    zh: '每百件立案吹 {from} 到 {to} 次为满分；多了按 100×(1−(r−{to})÷{to})，少了按 100×(1−({from}−r)÷{from})，最低 0 分',
    en: '{from} to {to} whistles of a hundred registered cases are full points; above 100×(1−(r−{to})÷{to}), below 100×(1−({from}−r)÷{from}), never below 0',
  },
  excludedRule: {
    zh: '异议成立、街道准许不来、撤哨和作废的不计入',
    en: 'Upheld objections, excused units, withdrawn and void whistles are not in it',
  },
} satisfies Labels<'unitScore' | 'band' | 'bandFormula' | 'excludedRule'>;
