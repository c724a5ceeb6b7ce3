import { whistleHolderLabels } from '#shared/dispatch/whistle.i18n.ts';
import { useLabel } from '../../../platform/index.ts';
import type { WhistleLine } from '../whistle-types.ts';

/** Who owes the step whose clock runs: the unit by its name, else the street or the community. */
export function HolderCell({ line }: { line: Pick<WhistleLine, 'clock' | 'units' | 'community'> }) {
  const say = useLabel();
  const { holder, departmentId } = line.clock;
  if (holder === null) return <>—</>;
  const unit = line.units.find((each) => each.departmentId === departmentId);
  if (unit && (holder === 'unit' || holder === 'lead')) return <>{say(unit.name)}</>;
  return <>{holder === 'community' && line.community ? line.community : say(whistleHolderLabels[holder])}</>;
}
