import { useCallback } from 'react';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import type { SuggestedUnit } from '../whistle-types.ts';

const texts = defineTexts({
  category: { zh: '这一类由它办', en: 'handles this class' },
  led: { zh: '一年主办 {n} 哨', en: 'led {n} whistles in a year' },
  supported: { zh: '协办 {n} 哨', en: 'supported {n}' },
});

/** Why a unit is suggested, in words; empty when nothing speaks for it but the place. */
export function useUnitReasons(): (unit: SuggestedUnit) => string {
  const say = useLabel();
  const { phrased } = useJoined();
  return useCallback(
    ({ byCategory, led, supported }) =>
      phrased(
        byCategory && say(texts.category),
        led > 0 && say(texts.led, { n: led }),
        supported > 0 && say(texts.supported, { n: supported }),
      ),
    [say, phrased],
  );
}
