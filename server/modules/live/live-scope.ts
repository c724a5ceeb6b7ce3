import type { Change } from '#server/platform/live.ts';
import { type CaseScope, caseScope, caseVisible } from '#shared/cases/cases-policy.ts';
import { whistleScope, whistleVisible } from '#shared/dispatch/whistle-policy.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import type { DepartmentId, UnitId, UserId } from '#shared/kernel/ids.ts';
import { pathsUp } from '#shared/territory/path.ts';

/** Topics about rules and places that a resident's pages show as well. */
const publicTopics: readonly Change['topic'][] = ['territory', 'calendar', 'category'];

/** Builds the test of what one person may hear of: the own inbox, cases by the same scope as every list, the rest within the person's district. */
export function hearing(actor: Actor): (change: Change) => boolean {
  const scope = caseScope(actor);
  const ownWhistles = whistleScope(actor);
  const roots = new Set(actor.posts.flatMap(({ unitPath }) => pathsUp(unitPath ?? '').slice(0, 1)));
  const staff = actor.posts.some(({ role }) => role !== 'resident');
  const everyDistrict = actor.posts.some(({ unitPath }) => unitPath === null);
  return (change) => {
    if (change.topic === 'notification') return change.id === actor.userId;
    if (change.topic === 'case') return change.unitPath !== null && caseVisible(scope, factsOf(change, change.unitPath));
    if (change.topic === 'whistle') return change.applicantId === actor.userId || whistleHeard(change, ownWhistles);
    if (!staff && !publicTopics.includes(change.topic)) return false;
    const [root] = pathsUp(change.unitPath ?? '');
    return everyDistrict || root === undefined || roots.has(root);
  };
}

/** A whistle is told by its place and its parties; one that names a single person is told to that person alone. */
function whistleHeard({ unitPath, communityId, departmentIds }: Change, scope: CaseScope): boolean {
  if (unitPath === null) return false;
  const facts = { scopePath: unitPath, unitId: communityId as UnitId | null, departmentIds: departmentIds as readonly DepartmentId[] };
  return whistleVisible(scope, facts);
}

/** A case that came in above every community has no unit yet; its announcement then names no community. */
function factsOf(change: Change, scopePath: string) {
  return {
    scopePath,
    unitId: change.communityId as UnitId | null,
    leadUnitId: null,
    supportUnitIds: change.departmentIds as readonly DepartmentId[],
    reporterId: (change.reporterId ?? '') as UserId,
    applicantId: change.applicantId as UserId | null,
  };
}
