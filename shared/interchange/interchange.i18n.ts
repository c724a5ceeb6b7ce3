import type { Labels } from '../kernel/label.ts';
import type { RecordFlag, RecordRefusalCode } from './record-problems.ts';

/** Why a row was refused; `{field}` and the figures come with the refusal. */
export const recordRefusalLabels = {
  wrongColumnCount: { zh: '这一行有 {count} 列，表头有 {expected} 列', en: 'The row has {count} columns, the header {expected}' },
  badQuotes: { zh: '引号没有收尾，直到第 {until} 行都读不出来', en: 'A quote is not closed; nothing up to line {until} can be read' },
  badText: { zh: '含有不能保存的字符', en: 'Contains characters that cannot be kept' },
  missingField: { zh: '必填项是空的', en: 'A required field is empty' },
  badTime: { zh: '不是有效的时间', en: 'Not a valid time' },
  unknownState: { zh: '映射文件里没有这个状态', en: 'The mapping does not know this state' },
  closedWithoutTime: { zh: '状态是已结案，却没有结案时间', en: 'Closed by its state, but without a closing time' },
  closedBeforeCreated: { zh: '结案时间早于受理时间一小时以上', en: 'Closed more than an hour before it was created' },
  factChanged: { zh: '已导入的内容与这一行不同，历史不改写', en: 'Differs from what was imported; history is not rewritten' },
  handledHere: { zh: '导入后已在本系统办理，不再按来源更新', en: 'Handled here since the import; no longer updated from the source' },
  notForward: { zh: '内容有改动，但状态没有向前推进', en: 'The content changed, but the state has not moved forward' },
} as const satisfies Labels<RecordRefusalCode>;

/** What is odd about an imported record. */
export const recordFlagLabels = {
  noPoint: { zh: '没有坐标', en: 'No coordinates' },
  badPoint: { zh: '坐标读不出来', en: 'Unreadable coordinates' },
  placeholderPoint: { zh: '坐标是占位值', en: 'Placeholder coordinates' },
  outsideCity: { zh: '坐标在城市范围之外', en: 'Outside the box of the city' },
  outsideUnits: { zh: '坐标不在任何社区内', en: 'In no community' },
  onBorder: { zh: '坐标在边界上或几个社区重叠处', en: 'On a border or where communities overlap' },
  neighbourhoodMismatch: { zh: '坐标所在社区与公布的不同', en: 'The point lies in another community than published' },
  neighbourhoodUnknown: { zh: '公布的社区名称不在区划中', en: 'The published community is not in the territory' },
  statusBeforeCreated: { zh: '状态时间早于受理时间', en: 'State changed before creation' },
  closedBeforeCreated: { zh: '结案时间略早于受理时间，按受理时间计', en: 'Closed a little before creation; counted as closed on creation' },
  closingTimeIgnored: { zh: '未结案却有结案时间，未采用', en: 'Open, yet with a closing time; not used' },
  duplicate: { zh: '来源标为重复件，未指明主件', en: 'A duplicate by its state, main record not named' },
  textShortened: { zh: '文字过长，已截短', en: 'Text too long, shortened' },
} as const satisfies Labels<RecordFlag>;
