import { refuse } from '../kernel/decision.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { DecideWhistleArgs, WhistleRefused } from './decide-blowing.ts';
import { ownUnits } from './whistle-policy.ts';
import { type UnitStep, unitGuard } from './whistle-preconditions.ts';
import type { SummonedUnit } from './whistle-schema.ts';

type Args = Pick<DecideWhistleArgs<UnitStep>, 'snapshot' | 'actor' | 'context'>;
/** A unit that may take the step, or why not. */
export type FoundUnit = { ok: true; unit: SummonedUnit } | WhistleRefused;

/** The unit named in the input, which must be one the person acts for. */
export function ownUnit(action: UnitStep, { snapshot, actor, context }: Args, unitId: DepartmentId): FoundUnit {
  const unit = ownUnits(action, actor, snapshot).find(({ departmentId }) => departmentId === unitId);
  if (!unit) return refuse('notYourUnit');
  const refusal = unitGuard(action, unit, { snapshot, actor, now: context.now });
  return refusal === null ? { ok: true, unit } : { ok: false, refusal };
}
