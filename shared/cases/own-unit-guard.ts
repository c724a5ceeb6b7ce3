import type { Actor } from '../identity/identity-schema.ts';
import { ownInterest } from '../identity/own-interest.ts';
import type { Refusal } from '../kernel/decision.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { CaseAction } from './cases-actions.ts';
import type { CaseRefusalCode } from './cases-refusals.ts';
import type { CaseSnapshot } from './cases-schema.ts';

/** The units that have the case now: the lead, then the supports. */
export function unitsOf({ leadUnitId, supportUnits }: Pick<CaseSnapshot, 'leadUnitId' | 'supportUnits'>): DepartmentId[] {
  const supports = supportUnits.map(({ departmentId }) => departmentId);
  return leadUnitId === null ? supports : [leadUnitId, ...supports];
}

/** Steps by which somebody rules on what the units of a case did or ask for. Whoever may not judge the reply to a 督办 does not issue one. */
export const judgingSteps = [
  'upholdObjection',
  'overruleObjection',
  'grantExtension',
  'refuseExtension',
  'approveHold',
  'refuseHold',
  'inspectPass',
  'inspectFail',
  'tryCallback',
  'recordCallback',
  'markUnreachable',
  'reopen',
  'approveVoid',
  'refuseVoid',
  'supervise',
  'closeSupervision',
  'returnSupervision',
] as const satisfies readonly CaseAction[];
const judging: readonly CaseAction[] = judgingSteps;

/**
 * Nobody judges their own unit: lead and supports share one clock, one result and one objection, so whoever holds a post in any of them
 * takes none of these steps, whatever other post they act under. The applicant's own rating is no judgement of an office. Where this bars
 * everybody of a level, the next one above decides: every one of these posts reaches down from the street and the district.
 */
export function ownUnitGuard(
  action: CaseAction,
  { snapshot, actor }: { snapshot: CaseSnapshot; actor: Actor },
): Refusal<CaseRefusalCode> | null {
  if (!judging.includes(action)) return null;
  if (action === 'recordCallback' && snapshot.applicantId === actor.userId) return null;
  return unitsOf(snapshot).some((id) => ownInterest(actor, id)) ? { code: 'ownInterest' } : null;
}
