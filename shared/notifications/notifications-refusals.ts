import type { Labels } from '../kernel/label.ts';

/** Why the notifications module refuses. */
export const notificationsRefusals = ['notReachable', 'tooSoon', 'notFound'] as const;
export type NotificationsRefusal = (typeof notificationsRefusals)[number];

export const notificationsRefusalLabels: Labels<NotificationsRefusal> = {
  notReachable: { zh: '这个渠道还没有您的地址，或者没有开通', en: 'This channel has no address of yours, or does not exist here' },
  tooSoon: { zh: '刚发过一条，请一分钟后再试', en: 'One was sent just now; try again in a minute' },
  notFound: { zh: '没找到', en: 'Not found' },
};
