import type { Labels } from '../kernel/label.ts';
import type { Channel, NoticeKind } from './notifications-schema.ts';

export const noticeKindLabels: Labels<NoticeKind> = {
  task: { zh: '要办', en: 'To do' },
  answer: { zh: '答复', en: 'Answers' },
  progress: { zh: '进展', en: 'Progress' },
  reminder: { zh: '提醒', en: 'Reminders' },
  escalation: { zh: '上报', en: 'Raised' },
};

export const channelLabels: Labels<Channel> = {
  email: { zh: '邮件', en: 'E-mail' },
  sms: { zh: '短信', en: 'SMS' },
  wecom: { zh: '企业微信', en: 'WeCom' },
};

/** The frame around the sentences of messages. */
export const messageLabels = {
  subject: { zh: '网格哨：{sentence}', en: 'Gridwhistle: {sentence}' },
  text: { zh: '【网格哨】{sentence}。', en: '[Gridwhistle] {sentence}.' },
  digest: { zh: '网格哨：{n} 条未读通知', en: 'Gridwhistle: {n} unread notices' },
  test: { zh: '【网格哨】这是一条测试消息，收到说明地址没错。', en: '[Gridwhistle] A test message: the address is right.' },
} satisfies Labels<string>;
