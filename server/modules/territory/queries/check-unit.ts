import type { Ctx } from '#server/platform/context.ts';
import type { Finding } from '#shared/territory/checks.ts';
import { readChecked, runChecks } from '../run-checks.ts';
import { readWorkedOver } from '../unit-scope.ts';
import type { UnitInput } from './read-unit-page.ts';

/** Everything that is wrong with a territory now: overlaps, gaps, broken lines, vacant posts, households in no grid. */
export async function checkUnit(ctx: Ctx, input: UnitInput): Promise<{ findings: Finding[]; checkedUnits: number; at: number }> {
  const unit = await readWorkedOver(ctx.db, { actor: ctx.actor, unitId: input.unitId });
  const at = ctx.now();
  const checked = await readChecked(ctx.db, { unit, at });
  return { findings: await runChecks(checked), checkedUnits: checked.units.length + checked.households.length, at };
}
