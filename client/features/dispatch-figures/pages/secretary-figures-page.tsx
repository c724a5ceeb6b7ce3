import type { UnitId } from '#shared/kernel/ids.ts';
import { SecretaryFrame, useWatchedUnit } from '../../dashboards/index.ts';
import { FiguresBody } from '../components/figures-body.tsx';

/** `/s/w/figures`: how the units answer a community's whistles, and how the community blows. */
export function SecretaryFiguresPage() {
  const { unit, isPending } = useWatchedUnit();
  return (
    <SecretaryFrame place="whistles" unit={unit} isPending={isPending}>
      {unit && <FiguresBody path="/s/w/figures" whistlePath="/s/w" subject={{ unitId: unit.id as UnitId }} first="unit" />}
    </SecretaryFrame>
  );
}
