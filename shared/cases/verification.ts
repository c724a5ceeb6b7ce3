import { hasRole } from '../identity/actor-policy.ts';
import type { Actor } from '../identity/identity-schema.ts';
import type { UserId } from '../kernel/ids.ts';
import { postsActing } from './cases-policy.ts';
import type { CaseSnapshot } from './cases-schema.ts';

/** In whose place somebody answers a verification: on site as grid worker, or from the office because no grid worker can go. */
export function verifiesFrom({
  snapshot,
  actor,
  verifierIds,
}: {
  snapshot: CaseSnapshot;
  actor: Actor;
  /** grid workers of the place; whoever reported it cannot verify it */
  verifierIds: readonly UserId[];
}): 'site' | 'office' | null {
  if (hasRole({ posts: postsActing({ action: 'answerVerification', actor, snapshot }) }, 'gridWorker')) return 'site';
  return verifierIds.some((id) => id !== snapshot.reporterId) ? null : 'office';
}
