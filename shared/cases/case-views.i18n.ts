import type { Labels } from '../kernel/label.ts';
import type { CaseSort, CaseView } from './case-queries.ts';

/** Names of the lists. */
export const caseViewLabels = {
  todo: { zh: '待我办', en: 'To do' },
  overdue: { zh: '已超期', en: 'Overdue' },
  dueSoon: { zh: '快到期', en: 'Due soon' },
  newToday: { zh: '今日新增', en: 'New today' },
  waitingAccept: { zh: '待受理', en: 'To accept' },
  waitingDispatch: { zh: '待派遣', en: 'To dispatch' },
  waitingSign: { zh: '待签收', en: 'To sign' },
  inProgress: { zh: '办理中', en: 'In progress' },
  holds: { zh: '挂账', en: 'On hold' },
  waitingInspection: { zh: '待核查', en: 'To inspect' },
  waitingCallback: { zh: '待回访', en: 'To call back' },
  requests: { zh: '待审批', en: 'Requests' },
  supervised: { zh: '督办', en: 'Supervised' },
  duplicates: { zh: '重复件', en: 'Duplicates' },
  unplaced: { zh: '未落格', en: 'Without a place' },
  provisional: { zh: '时限暂定', en: 'Provisional due time' },
  mine: { zh: '我经手的', en: 'Mine' },
  open: { zh: '在办', en: 'Open' },
  all: { zh: '全部', en: 'All' },
} satisfies Labels<CaseView>;

export const caseSortLabels = {
  clock: { zh: '先到期的在前', en: 'Nearest due first' },
  newest: { zh: '新上报的在前', en: 'Newest first' },
  changed: { zh: '最近变动的在前', en: 'Last changed first' },
} satisfies Labels<CaseSort>;
