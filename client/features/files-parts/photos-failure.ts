import type { Label } from '#shared/kernel/label.ts';
import type { PhotosAnswer } from './kept-photo.ts';

type Reason = Extract<PhotosAnswer, { ok: false }>['reason'];

/** What is wrong with the photos and what is safe. */
export const photosFailureLabels = {
  offline: {
    zh: '照片没发出去，已存在本机，联网后再发',
    en: 'The photos were not sent; they are kept on this device',
    plain: '照片没发出去，都还在，等有网再发',
  },
  signedOut: { zh: '登录已过期，照片还在本机，请重新登录', en: 'Your sign-in has expired; the photos are kept on this device' },
  tooLarge: { zh: '有一张照片太大，请重拍', en: 'One photo is too large; take it again' },
  notAPicture: { zh: '有一张照片打不开，请重拍', en: 'One photo cannot be read; take it again' },
  refused: { zh: '有一张照片没被收下，请重拍', en: 'One photo was not accepted; take it again' },
  aborted: { zh: '照片没发完，可以再发', en: 'Sending was stopped; you can send again' },
  lost: { zh: '有一张照片本机已经没有了，请去掉它或重拍', en: 'One photo is no longer on this device; remove it or take it again' },
} as const satisfies Record<Reason, Label>;
