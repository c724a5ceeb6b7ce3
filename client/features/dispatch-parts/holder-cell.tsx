import { whistleHolderLabels } from '#shared/dispatch/whistle.i18n.ts';
import { owingUnit, type WhistleClock } from '#shared/dispatch/whistle-clock.ts';
import type { Label } from '#shared/kernel/label.ts';
import { useLabel } from '../../platform/index.ts';

/** What a whistle's row tells of who has it. */
export type HeldLine = { clock: WhistleClock; units: readonly { departmentId: string; name: Label }[]; community: string | null };

/** Who owes the step whose clock runs: the unit by its name, else the street or the community. */
export function HolderCell({ line }: { line: HeldLine }) {
  const say = useLabel();
  const { holder } = line.clock;
  if (holder === null) return <>—</>;
  const unit = line.units.find((each) => each.departmentId === owingUnit(line.clock));
  if (unit) return <>{say(unit.name)}</>;
  return <>{holder === 'community' && line.community ? line.community : say(whistleHolderLabels[holder])}</>;
}
