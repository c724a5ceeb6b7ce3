import { limitRuleLabels, limitWords } from '#shared/calendar/calendar.i18n.ts';
import { whistleHolderLabels, whistleLimitLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleClockLimit } from '#shared/dispatch/whistle-clock.ts';
import { type WhistleLimits, whistleLimitsOf } from '#shared/dispatch/whistle-limits.ts';
import { defineTexts, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import { useUnitName } from './use-names.ts';

const texts = defineTexts({
  why: { zh: '从 {from} 起 {limit}，{rule}', en: '{limit} from {from}. {rule}' },
  whyPlan: { zh: '按方案最后一天下班', en: 'close of the plan’s last day' },
});

/** Limits that stand in the district's table; the others come from the plan. */
const tableLimits: Partial<Record<WhistleClockLimit, keyof WhistleLimits>> = {
  approval: 'approval',
  acknowledge: 'acknowledge',
  ruling: 'ruling',
  reportIn: 'reportIn',
  opinions: 'opinions',
  plan: 'plan',
  verify: 'verify',
  clear: 'clear',
};

/** In words: who holds the whistle now, for which step, and why until then; null when no limit runs. */
export function useRunningNow(detail: WhistleDetail): { who: string; step: string; why: string | null } | null {
  const say = useLabel();
  const { locale } = useLocale();
  const { moment } = useTimeWords();
  const unitName = useUnitName(detail);
  const { clock, snapshot } = detail;
  if (clock.limit === null || clock.holder === null) return null;
  const key = tableLimits[clock.limit];
  const limit = key ? whistleLimitsOf(snapshot)[key] : null;
  const why =
    limit && clock.from !== null
      ? say(texts.why, { from: moment(clock.from), limit: limitWords(limit, locale), rule: say(limitRuleLabels[limit.unit]) })
      : clock.limit === 'finish'
        ? say(texts.whyPlan)
        : null;
  return {
    who: clock.departmentId ? unitName(clock.departmentId) : say(whistleHolderLabels[clock.holder]),
    step: say(whistleLimitLabels[clock.limit]),
    why,
  };
}
