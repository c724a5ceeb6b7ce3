import { whistleHolderLabels, whistleLimitLabels } from '#shared/dispatch/whistle.i18n.ts';
import { owingUnit } from '#shared/dispatch/whistle-clock.ts';
import { dueReasonOf } from '#shared/dispatch/whistle-due-reason.ts';
import { useLabel } from '../../../platform/index.ts';
import { useDueReason } from '../../dispatch-parts/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import { useUnitName } from './use-names.ts';

/** In words: who holds the whistle now, for which step, and why until then; null when no limit runs. */
export function useRunningNow(detail: WhistleDetail): { who: string; step: string; why: string | null } | null {
  const say = useLabel();
  const { full } = useDueReason();
  const unitName = useUnitName(detail);
  const { clock, snapshot, places } = detail;
  if (clock.limit === null || clock.holder === null) return null;
  const reason = dueReasonOf(snapshot, clock);
  const community = clock.holder === 'community' ? places.find(({ level }) => level === 'community')?.name : undefined;
  const unit = owingUnit(clock);
  return {
    who: unit ? unitName(unit) : (community ?? say(whistleHolderLabels[clock.holder])),
    step: say(whistleLimitLabels[clock.limit]),
    why: reason && full(reason),
  };
}
