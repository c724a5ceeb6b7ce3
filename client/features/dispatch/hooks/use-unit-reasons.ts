import { useCallback } from 'react';
import { type Nearness, nearnesses } from '#shared/dispatch/rank-units.ts';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import type { SuggestedUnit } from '../whistle-types.ts';

const texts = defineTexts({
  category: { zh: '这一类由它办', en: 'handles this class' },
  servesCommunity: { zh: '专管本社区', en: 'serves this community' },
  servesStreet: { zh: '专管本街道', en: 'serves this street' },
  led: { zh: '主办 {n} 次', en: 'led {n}' },
});
type Texts = Record<Nearness, { zh: string; en: string }>;
const alike: Texts = {
  community: { zh: '本社区同类 {n} 次', en: 'same kind in this community: {n}' },
  street: { zh: '本街道同类 {n} 次', en: 'same kind in this street: {n}' },
  district: { zh: '区里别处同类 {n} 次', en: 'same kind elsewhere in the district: {n}' },
};
const other: Texts = {
  community: { zh: '本社区别的 {n} 次', en: 'others in this community: {n}' },
  street: { zh: '本街道别的 {n} 次', en: 'others in this street: {n}' },
  district: { zh: '区里别处别的 {n} 次', en: 'others elsewhere in the district: {n}' },
};
/** What is nearest says most; more than this is a list nobody reads. */
const SHOWN = 2;

/** Why a unit is suggested, in words, in the order they weigh; empty when nothing speaks for it but the place. */
export function useUnitReasons(): (unit: SuggestedUnit) => string {
  const say = useLabel();
  const { phrased } = useJoined();
  return useCallback(
    ({ byCategory, serves, past, led }) => {
      const calls = nearnesses.flatMap((near) => [
        ...(past[near].alike > 0 ? [say(alike[near], { n: past[near].alike })] : []),
        ...(past[near].all > past[near].alike ? [say(other[near], { n: past[near].all - past[near].alike })] : []),
      ]);
      return phrased(
        byCategory && say(texts.category),
        serves === 'community' && say(texts.servesCommunity),
        serves === 'street' && say(texts.servesStreet),
        ...calls.slice(0, SHOWN),
        led > 0 && say(texts.led, { n: led }),
      );
    },
    [say, phrased],
  );
}
