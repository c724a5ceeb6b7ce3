import { type Role, roles, type UnitLevel } from '../identity/identity-schema.ts';
import { fourStepLadder, stepOf } from './ladder.ts';

const officeLevels: readonly UnitLevel[] = ['district', 'street', 'community'];

/** The role whose one holder answers for a unit of this level; null where no such post exists. */
export function roleOfLevel(level: UnitLevel): Role | null {
  return stepOf(fourStepLadder, level)?.role ?? null;
}

/** Roles of which a unit has at most one holder at a time; others may have many. */
export function isSinglePost(role: Role): boolean {
  return fourStepLadder.some((step) => step.role === role);
}

/** Whether a role belongs to a unit of this level: a ladder's role to its own level, offices to community and above. */
export function roleFits(role: Role, level: UnitLevel): boolean {
  const step = fourStepLadder.find((entry) => entry.role === role);
  if (step) return step.level === level;
  if (role === 'resident' || role === 'system' || role === 'departmentHandler' || role === 'departmentLead') return false;
  return officeLevels.includes(level);
}

/** Every role a unit of this level may give, the ladder's own first. */
export function rolesOfLevel(level: UnitLevel): Role[] {
  return roles.filter((role) => roleFits(role, level)).toSorted((a, b) => Number(isSinglePost(b)) - Number(isSinglePost(a)));
}
