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
  doorSubject: { zh: '网格哨：{no} 办完了', en: 'Gridwhistle: {no} is done' },
  doorResult: {
    zh: '【网格哨】您家附近的事项 {no} 已办完。请点开看结果，告诉我们修好没有，不用登录。',
    en: '[Gridwhistle] The matter {no} near your home is done. Open the page to see the result and say whether it is solved; no sign-in.',
  },
  test: { zh: '【网格哨】这是一条测试消息，收到说明地址没错。', en: '[Gridwhistle] A test message: the address is right.' },
} satisfies Labels<string>;
