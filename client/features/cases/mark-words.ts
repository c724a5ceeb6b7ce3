import { caseLimitLabels } from '#shared/cases/cases.i18n.ts';
import { limitMarkLabels } from '#shared/clocks/clocks.i18n.ts';
import { defineTexts, type Say } from '../../platform/index.ts';
import type { CaseDetail } from './case-types.ts';

const texts = defineTexts({ mark: { zh: '{limit}：{mark}', en: '{limit}: {mark}' } });

/** 办理时限：用时八成，已提醒. */
export function markWords({ limit, mark }: CaseDetail['marks'][number], say: Say): string {
  return say(texts.mark, { limit: say(caseLimitLabels[limit]), mark: say(limitMarkLabels[mark]) });
}
