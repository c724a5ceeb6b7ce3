import type { Labels } from '../kernel/label.ts';
import type { NoticeKind } from './notifications-schema.ts';

export const noticeKindLabels: Labels<NoticeKind> = {
  task: { zh: '要办', en: 'To do' },
  answer: { zh: '答复', en: 'Answers' },
  progress: { zh: '进展', en: 'Progress' },
  reminder: { zh: '提醒', en: 'Reminders' },
  escalation: { zh: '上报', en: 'Raised' },
};
