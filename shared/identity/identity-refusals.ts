import type { Labels } from '../kernel/label.ts';

/** Why the identity module refuses. */
export const identityRefusals = [
  'signInFirst',
  'wrongPassword',
  'wrongCode',
  'tooManyTries',
  'accountDisabled',
  'smsNotSent',
  'usernameTaken',
  'outsideScope',
  'notFound',
  'demoOnly',
] as const;
export type IdentityRefusal = (typeof identityRefusals)[number];

export const identityRefusalLabels = {
  signInFirst: { zh: '请先登录', en: 'Please sign in first' },
  wrongPassword: { zh: '用户名或密码不对', en: 'User name or password is wrong' },
  wrongCode: { zh: '验证码不对，或者已经过期', en: 'The code is wrong or has expired' },
  tooManyTries: { zh: '试的次数太多，请 {minutes} 分钟后再试', en: 'Too many tries; please try again in {minutes} min' },
  accountDisabled: { zh: '这个账号已停用，请找管理员', en: 'This account is disabled; ask the administrator' },
  smsNotSent: {
    zh: '短信没发出去，请稍后再试，或打电话给网格员',
    en: 'The message could not be sent; try again later or call the grid worker',
  },
  usernameTaken: { zh: '这个用户名已有人用', en: 'This user name is taken' },
  outsideScope: { zh: '不在您管的范围内', en: 'Outside your area' },
  notFound: { zh: '没找到', en: 'Not found' },
  demoOnly: { zh: '只在演示环境提供', en: 'Available in the demo only' },
} satisfies Labels<IdentityRefusal>;
