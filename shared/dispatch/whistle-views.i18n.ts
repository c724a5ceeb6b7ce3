import type { Labels } from '../kernel/label.ts';
import type { WhistleView } from './whistle-queries.ts';

/** Names of the lists of whistles. */
export const whistleViewLabels = {
  todo: { zh: '待我办', en: 'To do' },
  approvals: { zh: '待批哨', en: 'To approve' },
  objections: { zh: '异议待裁', en: 'Objections' },
  waiting: { zh: '等单位打分', en: 'Waiting for marks' },
  silent: { zh: '超时未应哨', en: 'No answer in time' },
  overdue: { zh: '已超期', en: 'Overdue' },
  dueSoon: { zh: '快到期', en: 'Due soon' },
  hot: { zh: '重点盯办', en: 'Watch closely' },
  open: { zh: '在办', en: 'Open' },
  all: { zh: '全部', en: 'All' },
} satisfies Labels<WhistleView>;
